import { daysBetween } from '#app/domain/base/date.ts'
import {
  lastOf,
  latestVersion,
  type Matter,
  opened,
  recordsOf,
  roundsOf,
  substantiveSince,
  versionsOf,
} from '#app/domain/matter/matter.ts'
import { isDue, kinds } from '#app/domain/matter/kinds.ts'
import { approvalStanding } from '#app/domain/matter/standing.ts'
import type { MaterialKind, RecordOf } from '#app/domain/matter/records.ts'
import { evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { gatesBefore, type GateResult, stepsOf } from '#app/domain/procedure/gates.ts'
import { parameterIn } from '#app/domain/procedure/pack.ts'
import { regimesOf } from '#app/domain/procedure/regimes.ts'
import { daysOf, type ReviewTime, reviewTime } from '#app/domain/procedure/review-time.ts'
import { addressesOf, printAddress } from '#app/domain/text/address.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { concludedOf, saidOf } from './evidence-words.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { type UnmetRule, unmetRule } from './refusal.server.ts'
import { shownRecord } from './signed.server.ts'

/** A provision by its address and the beginning of its words, for lists of what changed. */
export type NamedProvision = { id: string; address: string; words: string }

const excerpt = (words: string) => (words.length > 30 ? `${words.slice(0, 30)}…` : words)

/** Names provisions by the first of these texts that holds them: the present one first, an older one for those that went away. */
export function namedProvisions(ids: readonly string[], texts: readonly LegalText[]): NamedProvision[] {
  const known = texts.map((text) => ({
    addresses: addressesOf(text),
    provisions: new Map(place(text).map((placed) => [placed.provision.id, placed])),
  }))
  return ids.map((id) => {
    const text = known.find(({ provisions }) => provisions.has(id))
    const placed = text?.provisions.get(id)
    const address = text?.addresses.get(id)
    const words = placed ? placed.provision.text || placed.provision.children[0]?.text || '' : ''
    return { id, address: address ? printAddress(address) : (placed?.label ?? ''), words: excerpt(words) }
  })
}

type BoundRecord = RecordOf<'own-opinion-given'> | RecordOf<'own-discussion-held'> | RecordOf<'submission-signed'>

/** Fact of a gate that tells that something was done for a text which has changed since. */
const boundBy: Array<[fact: string, record: (matter: Matter) => BoundRecord | null]> = [
  ['ownOpinion.fresh', (matter) => lastOf(matter, 'own-opinion-given')],
  ['ownDiscussion.fresh', (matter) => lastOf(matter, 'own-discussion-held')],
  ['submission.signaturesMissing', (matter) => lastOf(matter, 'submission-signed')],
]
const subjectOf = {
  'own-opinion-given': 'own-opinion',
  'own-discussion-held': 'own-discussion',
  'submission-signed': 'submission-signature',
} as const
const isFresh = (matter: Matter, record: BoundRecord) =>
  approvalStanding(matter, subjectOf[record.kind], record.payload)?.fresh === true

/** The record that a gate rests on, where it was overtaken by a change of the text. */
function overtaken(matter: Matter, gate: GateResult): BoundRecord | null {
  if (gate.met) return null
  const record = boundBy.find(([fact]) => fact in gate.facts)?.[1](matter) ?? null
  return record && !isFresh(matter, record) ? record : null
}

export type ClosingCheck = {
  rule: string
  name: string
  state: 'met' | 'open' | 'stale'
  unmet: UnmetRule
  severity: GateResult['severity']
  /** Why it is stale: provisions that changed in substance since, and the version it was done for. */
  since: { versionId: string; number: number | null; changed: NamedProvision[] } | null
}

function checkOf(page: MatterPage, gate: GateResult, texts: ReadonlyMap<string, LegalText>): ClosingCheck {
  const { matter, locale, directory } = page
  const record = overtaken(matter, gate)
  const version =
    record && recordsOf(matter, 'version-saved').find(({ payload }) => payload.versionId === record.payload.versionId)
  return {
    rule: gate.rule,
    name: wordsIn(locale, gate.name),
    state: gate.met ? 'met' : record ? 'stale' : 'open',
    severity: gate.severity,
    unmet: unmetRule(gate, locale, matter, directory),
    since: record && {
      versionId: record.payload.versionId,
      number: version?.payload.number ?? null,
      changed: namedProvisions(substantiveSince(matter, record.payload.versionId), [...texts.values()]),
    },
  }
}

/** What exists of the materials of a submission; it presets the list that the drafter confirms. */
function materialsOf({ matter, facts }: MatterPage) {
  const present: Partial<Record<MaterialKind, boolean>> = {
    text: Boolean(latestVersion(matter)),
    explanation: facts['explanation.present'] === true,
    basis: facts['basis.present'] === true,
    consultation:
      roundsOf(matter).length > 0 && roundsOf(matter).every(({ closed }) => closed) && facts['ledger.open'] === 0,
    'own-opinion': facts['ownOpinion.fresh'] === true && facts['ownOpinion.conclusion'] === 'lawful',
    'fair-competition': facts['evidence.fair-competition'] === true,
  }
  const { kind, authority } = opened(matter)!.payload
  const { due, more } = kinds[kind].materials
  return [...due, ...more]
    .filter((material) => material !== 'fair-competition' || facts['facts.marketRelated'] !== false)
    .map((material) => ({
      kind: material,
      present: present[material] ?? false,
      due: isDue(kind, material, authority),
    }))
}

const allowedDays = ({ locale }: MatterPage, { min, max }: ReviewTime) => ({
  min: daysOf(min),
  max: max && daysOf(max),
  rule: min && { name: wordsIn(locale, min.name), source: min.sources[0]! },
})

/** What a period of public comment shorter than the rule of the pack needs; `null` where it is not shorter. */
function shorteningOf({ pack, facts, locale }: MatterPage, days: number | null) {
  const regimes = pack && regimesOf(pack, facts)
  const keys = [
    ...(regimes?.major ? ['public-comment.decision'] : []),
    ...(regimes?.market ? ['public-comment.market'] : []),
  ]
  for (const key of keys) {
    const row = pack && parameterIn(pack, key)
    if (days === null || typeof row?.value !== 'number' || days >= row.value || !row.shortening) continue
    const { grounds, approver, inNotice } = row.shortening
    return { usual: row.value, grounds: wordsIn(locale, grounds), by: wordsIn(locale, approver), inNotice }
  }
  return null
}

function periodOf(page: MatterPage, { step, from, to }: { step: string; from?: string; to?: string }) {
  const days = from && to ? daysBetween(from, to) : null
  return { days, shorter: step === 'public-comment' ? shorteningOf(page, days) : null }
}

/** The articles of a text, or what stands in their place in an outline, for evidence that covers only some. */
function clausesOf(text: LegalText | undefined) {
  if (!text) return []
  const ids = place(text).flatMap(({ provision: { id, kind } }) =>
    kind === 'article' || kind === 'point1' ? [id] : [],
  )
  return namedProvisions(ids, [text]).map(({ id, address, words }) => ({ value: id, label: `${address} ${words}` }))
}

/** Kinds of evidence that may be entered, and those that steps of the matter still wait for. */
function kindsOf({ pack, facts }: MatterPage) {
  const kinds = evidenceSteps.filter((step) => step !== 'fair-competition' || facts['facts.marketRelated'] !== false)
  const open = new Set(
    (pack ? stepsOf(pack, facts) : [])
      .filter(({ applies, met }) => applies !== false && !met)
      .map(({ step }) => step.evidence),
  )
  return { kinds, wanted: kinds.filter((step) => open.has(step)) }
}

/** Who has to sign the submitted text, and who has. */
function signaturesOf(page: MatterPage) {
  const { matter, directory } = page
  const opening = opened(matter)
  if (!opening) return []
  return [opening.payload.leadUnitId, ...opening.payload.jointUnitIds].map((unitId) => {
    const record =
      recordsOf(matter, 'submission-signed')
        .filter((one) => one.unitId === unitId)
        .at(-1) ?? null
    return {
      unitId,
      unit: directory.units.get(unitId)?.name ?? '',
      record: record && { ...shownRecord(page, record), fresh: isFresh(matter, record) },
    }
  })
}

/** The drafting unit's closing acts: what submission still waits for, what was done, and for which text. */
export async function closingView(page: MatterPage) {
  const { matter, pack, facts } = page
  const gates = pack ? gatesBefore('submit', pack, facts) : []
  const latest = latestVersion(matter)
  const versionIds = [
    latest?.payload.versionId,
    ...gates.map((gate) => overtaken(matter, gate)?.payload.versionId),
  ].filter((id): id is string => Boolean(id))
  const texts = await findTexts(world().database.client, versionIds)
  const ordered = new Map(versionIds.flatMap((id) => (texts.has(id) ? [[id, texts.get(id)!] as const] : [])))
  const fresh = (record: BoundRecord) => isFresh(matter, record)
  return {
    today: page.today,
    person: page.viewer.name,
    versionId: latest?.payload.versionId ?? '',
    version: latest && { number: latest.payload.number, name: latest.payload.name },
    checks: gates.map((gate) => checkOf(page, gate, ordered)),
    governmental: opened(matter)?.payload.authority !== 'department',
    mayExamineCompetition: page.viewer.post.roles.includes('fair-competition-reviewer'),
    versions: versionsOf(matter).map(({ payload: { versionId, number, name } }) => ({
      value: versionId,
      label: `${number} ${name}`,
    })),
    provisions: clausesOf(ordered.get(latest?.payload.versionId ?? '')),
    ...kindsOf(page),
    joint: (opened(matter)?.payload.jointUnitIds.length ?? 0) > 0,
    evidence: recordsOf(matter, 'evidence-entered').map((record) => ({
      ...shownRecord(page, record),
      ...periodOf(page, record.payload),
      said: saidOf(page, record),
      concluded: concludedOf(page, record.payload),
    })),
    ownOpinions: recordsOf(matter, 'own-opinion-given').map((record) => ({
      ...shownRecord(page, record),
      fresh: fresh(record),
    })),
    discussions: recordsOf(matter, 'own-discussion-held').map((record) => ({
      ...shownRecord(page, record),
      fresh: fresh(record),
    })),
    signatures: signaturesOf(page),
    materials: materialsOf(page),
    days: pack && allowedDays(page, reviewTime(pack, facts)),
    submissions: recordsOf(matter, 'submitted').map((record) => shownRecord(page, record)),
    completeness: recordsOf(matter, 'completeness-checked').map((record) => shownRecord(page, record)),
    supplements: recordsOf(matter, 'supplemented').map((record) => shownRecord(page, record)),
  }
}
export type ClosingView = Awaited<ReturnType<typeof closingView>>
