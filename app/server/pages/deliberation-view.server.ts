import { beyondMinutes } from '#app/domain/matter/facts.ts'
import { lastOf, latestVersion, type Matter, opened, recordsOf, substantiveSince } from '#app/domain/matter/matter.ts'
import type { MatterRecord, RecordOf } from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { shownIf, shownRecord } from './signed.server.ts'

/** Provisions as choices: articles and outline headings with the beginning of their words. */
export function provisionChoices(text: LegalText): Array<{ value: string; label: string }> {
  return place(text)
    .filter(
      ({ label, provision }) =>
        label && provision.kind !== 'chapter' && provision.kind !== 'section' && provision.kind !== 'part',
    )
    .map(({ label, provision, parent }) => ({
      value: provision.id,
      label: `${parent && parent.kind === 'paragraph' ? '　' : ''}${label} ${(provision.text || provision.children[0]?.text || '').slice(0, 24)}`,
    }))
}

/** The restricted record of a meeting is read by those who kept it and by the reviewer who sat there, not by other units. */
export const mayReadMeeting = (page: MatterPage): boolean =>
  page.relations.has('own') || page.relations.has('reviewing')

export async function deliberationView(page: MatterPage) {
  const { matter, directory } = page
  const version = latestVersion(matter)
  const minutes = lastOf(matter, 'minutes-issued')
  const text =
    version && (await findTexts(world().database.client, [version.payload.versionId])).get(version.payload.versionId)
  const placed = text ? place(text) : []
  const numbers = new Map(placed.map(({ provision, label }) => [provision.id, label]))
  // A paragraph without a number of its own goes by that of its article.
  const labels = new Map(
    placed.map(({ provision, label, parent }) => [
      provision.id,
      label || (parent ? numbers.get(parent.id) : '') || provision.text.slice(0, 24),
    ]),
  )
  const after = minutes ? substantiveSince(matter, minutes.payload.versionId) : []
  const beyond = new Set(beyondMinutes(matter))
  return {
    opened: Boolean(opened(matter)),
    versionId: version?.payload.versionId ?? '',
    version: version && { number: version.payload.number, name: version.payload.name },
    topic: shownIf(page, lastOf(matter, 'topic-proposed')),
    coordinated: shownIf(page, since(matter, 'topic-coordinated')),
    confirmed: shownIf(page, since(matter, 'topic-confirmed')),
    meetings: recordsOf(matter, 'meeting-scheduled').map((record) => ({
      ...shownRecord(page, record),
      invited: record.payload.invitedUnitIds.map((unitId) => directory.units.get(unitId)?.shortName ?? ''),
    })),
    record: mayReadMeeting(page) ? shownIf(page, lastOf(matter, 'meeting-recorded')) : null,
    recordKept: Boolean(lastOf(matter, 'meeting-recorded')),
    minutes: recordsOf(matter, 'minutes-issued').map((record) => shownRecord(page, record)),
    changes: after.map((id) => ({ id, label: labels.get(id) || '', beyond: beyond.has(id) })),
    minutesVersionId: minutes?.payload.versionId ?? null,
    checks: recordsOf(matter, 'post-meeting-checked').map((record) => shownRecord(page, record)),
    provisions: text ? provisionChoices(text) : [],
    decisions: recordsOf(matter, 'minutes-issued').flatMap((record) =>
      record.payload.decisions.map((decision) => ({ value: decision.decisionId, label: decision.words.slice(0, 60) })),
    ),
    units: [...directory.units.values()]
      .filter((unit) => !unit.validTo)
      .map((unit) => ({ value: unit.id, label: unit.shortName })),
    review: shownIf(page, lastOf(matter, 'review-issued')),
  }
}

/** A record that answers the topic as it was last proposed. */
function since<Kind extends 'topic-coordinated' | 'topic-confirmed'>(
  matter: Matter,
  kind: Kind,
): RecordOf<Kind> | null {
  const proposed = lastOf(matter, 'topic-proposed')
  const record = lastOf(matter, kind)
  return record && proposed && (record as MatterRecord).seq > proposed.seq ? record : null
}
