import { asStored } from '#app/domain/base/canonical-json.ts'
import { type Instant, shanghaiDate, shanghaiInstant } from '#app/domain/base/date.ts'
import { type Certified, composeCertificate } from '#app/domain/certificate/compose.ts'
import { opened, recordsOf } from '#app/domain/matter/matter.ts'
import type { Certificate } from '#app/domain/verification/shape.ts'
import type { Database, Tx } from '../db.server.ts'
import {
  findFileHashes,
  findProvedEvents,
  findStoredRecords,
  findStoredVersions,
  sha256,
} from '../repositories/certificates.server.ts'
import { findCalendar, findPack } from '../repositories/law.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { installationKey, signedCertificate } from './signing-key.server.ts'

const longestMilliseconds = 60_000

/**
 * The procedure certificate of a matter as of an instant, signed with the key of this installation; all of one moment of the database.
 * `null` for a matter that does not exist or was not opened yet.
 */
export async function certificateOf(database: Database, matterId: string, now: Instant): Promise<Certificate | null> {
  const key = await installationKey(database.client)
  const made = await database.client.$transaction((tx) => composed(tx, matterId, now, key?.fingerprint ?? null), {
    isolationLevel: 'RepeatableRead',
    timeout: longestMilliseconds,
    maxWait: longestMilliseconds,
  })
  return made && signedCertificate(database.client, made)
}

async function composed(tx: Tx, matterId: string, now: Instant, key: string | null): Promise<Certificate | null> {
  const matter = await findMatter(tx, matterId)
  const opening = matter && opened(matter)
  if (!opening) return null
  const unit = await tx.unit.findUnique({ where: { id: opening.payload.leadUnitId }, select: { name: true } })
  const files = await findFileHashes(tx, matterId)
  const hashes = [opening.payload.packHash, ...recordsOf(matter, 'pack-changed').map(({ payload }) => payload.packHash)]
  const given: Certified = {
    issuedAt: shanghaiInstant(now),
    on: shanghaiDate(now),
    key,
    matter,
    unitName: unit?.name ?? opening.names.unit,
    packs: await packsOf(tx, hashes),
    calendar: await findCalendar(tx),
    rows: await findStoredRecords(tx, matterId),
    versions: await findStoredVersions(tx, matterId),
    ...(await findProvedEvents(tx, matterId)),
    fileHash: (fileId) => files.get(fileId) ?? null,
    sha256,
  }
  return asStored(composeCertificate(given)) as Certificate
}

/** Each pack once, its own at the end. */
async function packsOf(tx: Tx, hashes: readonly string[]): Promise<Certified['packs']> {
  const own = hashes.at(-1)!
  const order = [...new Set(hashes.filter((hash) => hash !== own)), own]
  return Promise.all(order.map(async (hash) => ({ hash, pack: await findPack(tx, hash) })))
}
