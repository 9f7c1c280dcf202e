import { createHash, generateKeyPairSync, getHashes, sign, verify } from 'node:crypto'
import { asStored, canonicalJson } from '#app/domain/base/canonical-json.ts'
import { composeCertificate, type StoredRecord } from '#app/domain/certificate/compose.ts'
import { treeOver } from '#app/domain/certificate/tree.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { versionsOf } from '#app/domain/matter/matter.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import { packHash } from '#app/domain/procedure/pack.ts'
import type { Certificate, CertifiedEvent } from '#app/domain/verification/shape.ts'
import type { PublicKey, Tools } from '#app/domain/verification/tools.ts'
import { signedText } from '#app/domain/verification/verify.ts'
import { emptyState, nextState, recordHash, type Step } from '#app/server/audit/state.server.ts'
import type { MatterRecord as Row } from '#app/server/generated/client.ts'
import { calendar, hash, pack, type Played } from './play.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const sm3 = (content: string | Uint8Array) => createHash('sm3').update(content).digest('hex')

export const tools = (key: PublicKey | null = null): Tools => ({
  sha256,
  digests: { sha256, sm3: getHashes().includes('sm3') ? sm3 : undefined },
  key,
})

/** A key pair of a test: signs a certificate, and checks what it signed. */
export function testKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const fingerprint = sha256(der)
  const check: PublicKey = {
    fingerprint,
    verifies: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  }
  return {
    check,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    signed(certificate: Certificate): Certificate {
      const mine = { ...certificate, key: fingerprint }
      const value = sign(null, Buffer.from(signedText(mine)), privateKey).toString('base64')
      return { ...mine, signature: { algorithm: 'Ed25519', value } }
    },
  }
}

const stored = (record: MatterRecord): StoredRecord => {
  const { payload, documents, gates, matterId, ...head } = record
  const row = { ...head, format: 1, payload: asStored({ payload, documents, gates }) as Record<string, unknown> }
  return { ...row, hash: recordHash({ ...row, matterId, at: new Date(row.at) } as unknown as Row) }
}

/** The events that the acts of a played matter would have left, among those of other matters. */
function eventsOf({ matter }: Played, rows: readonly StoredRecord[]) {
  const hashes: string[] = []
  const events: Array<Omit<CertifiedEvent, 'path'>> = []
  let state = emptyState
  const packHashNow = packHash(pack, hash)
  matter.records.forEach((record, index) => {
    for (let other = 0; other < index % 3; other += 1) hashes.push(hash(`another matter ${index} ${other}`))
    const before = { ...matter, records: matter.records.slice(0, index) }
    const gates = index === 0 ? [] : gatesBefore(record.act, pack, factsFor(before, record.at.slice(0, 10), calendar))
    const version =
      record.kind === 'version-saved'
        ? [{ id: record.payload.versionId, hash: `sha256:${hash(record.payload.fingerprint)}` }]
        : []
    const named = [{ id: record.id, hash: rows[index]!.hash }]
    const after = nextState(state, named, version)
    const step: Step = { before: state, after, records: named, versions: version }
    state = after
    const event = {
      version: 1,
      algorithm: 'sha256',
      seq: hashes.length + 1,
      previousHash: hashes.at(-1) ?? '0'.repeat(64),
      at: record.at,
      clock: 'real',
      type: record.kind,
      act: record.act,
      actor: {
        personId: record.personId,
        postId: record.postId,
        unitId: record.unitId,
        post: record.names.post,
        unit: record.names.unit,
        personName: hash(record.names.person),
      },
      onBehalfOf: null,
      matterId: matter.id,
      object: record.id,
      step,
      pack: packHashNow,
      rules: gates.map(({ rule, met, facts }) => ({ rule, met, facts })),
      requestId: `r-${index}`,
      origin: '10.0.0.7',
      detail: null,
    }
    const eventHash = hash(canonicalJson(event))
    hashes.push(eventHash)
    events.push({ seq: event.seq, hash: eventHash, event: asStored(event) as Record<string, unknown> })
  })
  hashes.push(hash('the newest event of another matter'))
  const tree = treeOver(hashes, sha256)
  return {
    events: events.map((event) => ({ ...event, path: tree.pathOf(event.seq) })),
    head: { seq: hashes.length, hash: hashes.at(-1)!, path: tree.pathOf(hashes.length) },
    root: tree.root,
  }
}

/** The certificate of a played matter, not signed. */
export function certificateOf(played: Played, on = '2026-03-02'): Certificate {
  const { matter } = played
  const rows = matter.records.map(stored)
  const composed = composeCertificate({
    issuedAt: `${on}T10:00:00.000+08:00`,
    on,
    key: null,
    matter,
    unitName: '市城管局',
    packs: [{ hash: packHash(pack, hash), pack }],
    calendar,
    rows,
    versions: versionsOf(matter).map(({ payload: { versionId, number, fingerprint } }) => ({
      id: versionId,
      number,
      fingerprint,
      algorithm: 'sha256',
      hash: `sha256:${hash(fingerprint)}`,
    })),
    ...eventsOf(played, rows),
    fileHash: (fileId) => hash(fileId),
    sha256,
  })
  return asStored(composed) as Certificate
}
