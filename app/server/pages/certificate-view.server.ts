import type { Pack } from '#app/domain/procedure/pack.ts'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { certificateOf } from '../certificate/certificate.server.ts'
import { type InstallationKey, installationKey } from '../certificate/signing-key.server.ts'
import { clockOf } from '../clock.server.ts'
import { fileHeaders } from '../files.server.ts'
import { world } from '../world.server.ts'
import { shownFacts } from './fact-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'

type Download = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

function download(name: string, mediaType: string, words: string): Download {
  const bytes = Uint8Array.from(new TextEncoder().encode(words))
  return { bytes, headers: fileHeaders({ name, mediaType, bytes }) }
}

async function certificateNow(matterId: string): Promise<Certificate | null> {
  const { database, settings } = world()
  return certificateOf(database, matterId, (await clockOf(database.client, settings)).now())
}

/** The certificate of a matter as of now, as a file; `null` for one that was not opened yet. */
export async function certificateFile(matterId: string): Promise<Download | null> {
  const certificate = await certificateNow(matterId)
  return (
    certificate &&
    download(
      `${certificate.matter.title}程序证明（${certificate.on}）.json`,
      'application/json; charset=utf-8',
      JSON.stringify(certificate),
    )
  )
}

export const shownKey = (): Promise<InstallationKey | null> => installationKey(world().database.client)

export async function publicKeyFile(): Promise<Download | null> {
  const key = await shownKey()
  return key && download('certificate-key.pem', 'application/x-pem-file', key.publicKey)
}

/** The certificate of a matter as a person reads it on a page; `null` for one that was not opened yet. */
export async function shownCertificate({ matter, locale }: MatterPage) {
  const certificate = await certificateNow(matter.id)
  if (!certificate) return null
  const pack = certificate.packs.at(-1)!.value as unknown as Pack
  const rows = new Map(pack.gates.map((gate) => [gate.id, gate]))
  const applying = certificate.gates.filter(({ state }) => state !== 'not-applicable')
  return {
    gates: applying.map((gate) => ({
      rule: gate.rule,
      name: wordsIn(locale, rows.get(gate.rule)!.name),
      state: gate.state as 'met' | 'exempt' | 'missing' | 'warned',
      sources: rows.get(gate.rule)!.sources,
      facts: shownFacts(gate.facts),
      arithmetic: gate.arithmetic.map((one) => ({ ...one, comparison: one.comparison as 'atLeast' | 'atMost' })),
      exemption: gate.exemption,
      events: gate.passages.map(({ event }) => event),
    })),
    notApplicable: certificate.gates.length - applying.length,
    evidence: certificate.evidence.map(({ files, ...one }) => ({
      ...one,
      hashes: files.flatMap(({ hash }) => (hash ? [hash] : [])),
    })),
    head: { seq: certificate.audit.head.seq, hash: certificate.audit.head.hash, root: certificate.audit.root },
    records: {
      all: certificate.records.length,
      withheld: certificate.records.filter(({ payload }) => payload === undefined).length,
    },
    key: certificate.key,
  }
}
