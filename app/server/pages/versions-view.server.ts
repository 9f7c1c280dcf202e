import { latestVersion, type Matter, recordsOf, roundsOf, type Version, versionsOf } from '#app/domain/matter/matter.ts'
import { askedAs, currentUnit } from '#app/domain/matter/units.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'

/** Who works on the text or judges it; a unit that is only consulted sees what was sent to it. */
export const isInside = ({ relations }: Pick<MatterPage, 'relations'>): boolean =>
  relations.has('lead') || relations.has('own') || relations.has('reviewing')

/** Versions that were sent to a unit: with a circulation it was asked in, or to a meeting it was invited to. */
function sentTo(matter: Matter, unitId: string): Set<string> {
  const rounds = roundsOf(matter).filter((round) => askedAs(matter, round, unitId).length > 0)
  const meetings = recordsOf(matter, 'meeting-scheduled').filter(({ payload }) =>
    payload.invitedUnitIds.some((invited) => currentUnit(matter, invited) === unitId),
  )
  return new Set([...rounds.map(({ opening }) => opening), ...meetings].map(({ payload }) => payload.versionId))
}

/** Versions that the viewer may read, oldest first. */
export function visibleVersions(page: MatterPage): Version[] {
  const all = versionsOf(page.matter)
  if (isInside(page)) return all
  const sent = sentTo(page.matter, page.viewer.post.unit.id)
  return all.filter(({ payload }) => sent.has(payload.versionId))
}

export type VersionLine = {
  versionId: string
  number: number
  name: string
  note: string | null
  person: string
  unit: string
  at: string
  source: Version['payload']['source']
  /** Changes against the version before it; null for the first. */
  change: { substantive: number; consequential: number } | null
  fingerprint: string
  files: Array<{ fileId: string; name: string }>
}

export function versionLine({ payload, names, at }: Version): VersionLine {
  const { versionId, number, name, note, source, change, fingerprint, files } = payload
  return {
    versionId,
    number,
    name,
    note: note ?? null,
    person: names.person,
    unit: names.unit,
    at,
    source,
    fingerprint,
    files,
    change: number === 1 ? null : { substantive: change.substantive.length, consequential: change.consequential },
  }
}

export const textOfVersion = async (versionId: string): Promise<LegalText> =>
  (await findTexts(world().database.client, [versionId])).get(versionId)!

/** Two versions to compare: those asked for, else the last and the one before it. Null where one cannot be read here. */
export function askedPair(page: MatterPage, query: URLSearchParams): { old: Version; next: Version } | null {
  const versions = visibleVersions(page)
  const find = (id: string | null) => versions.find(({ payload }) => payload.versionId === id)
  const [first, second] = [query.get('a'), query.get('b')]
  const next = second ? find(second) : versions[versions.length - 1]
  const before = next && versions[versions.indexOf(next) - 1]
  const old = first ? find(first) : (before ?? next)
  return old && next ? { old, next } : null
}

export const isLatest = (page: MatterPage, versionId: string): boolean =>
  latestVersion(page.matter)?.payload.versionId === versionId
