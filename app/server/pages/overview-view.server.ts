import type { Relation } from '#app/domain/access/roles.ts'
import { wasTakenThen } from '#app/domain/acts/taken.ts'
import type { Source } from '#app/domain/base/source.ts'
import { factsOf, lastOf, opened, recordsOf } from '#app/domain/matter/matter.ts'
import { partiesOf } from '#app/domain/matter/parties.ts'
import { factsIn } from '#app/domain/procedure/condition.ts'
import { isTemplate } from '#app/domain/procedure/determination.ts'
import { gatesBefore, stepsOf } from '#app/domain/procedure/gates.ts'
import { shownDeadline } from './deadline-view.server.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { type ShownFact, shownFacts } from './fact-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { unmetRule } from './refusal.server.ts'
import { signed } from './signed.server.ts'
import { unitName } from './workbench-page.server.ts'

export type ShownStep = {
  key: string
  label: string
  state: 'done' | 'current' | 'ready' | 'blocked' | 'skipped'
  act: string | null
  /** The kind of evidence that meets it, where no act does. */
  evidence: string | null
  /** Why it applies or not, and what it looks at to be met. */
  applies: { known: boolean; facts: ShownFact[] } | null
  facts: ShownFact[]
  /** No law stands behind it. */
  template: boolean
  sources: Source[]
}

/** The steps that follow from the facts under the pack of the matter: which apply and why, which are met, which wait. */
export function shownSteps(page: MatterPage): ShownStep[] {
  const { pack, facts, tasks } = page
  if (!pack) return []
  const waiting = new Set(tasks.map(({ act }) => act))
  return stepsOf(pack, facts).map(({ step, applies, met }) => ({
    key: step.id,
    label: wordsIn(page.locale, step.name),
    act: step.act ?? (step.evidence ? 'enter-evidence' : null),
    evidence: step.act ? null : (step.evidence ?? null),
    state: stateOf(page, { applies, met, act: step.act, waiting }),
    applies: step.appliesWhen ? { known: applies !== null, facts: shownFacts(facts, factsIn(step.appliesWhen)) } : null,
    facts: shownFacts(facts, factsIn(step.metWhen)),
    template: isTemplate(step),
    sources: step.sources,
  }))
}

function stateOf(
  page: MatterPage,
  { applies, met, act, waiting }: { applies: boolean | null; met: boolean; act?: string; waiting: ReadonlySet<string> },
): ShownStep['state'] {
  if (applies === false) return 'skipped'
  if (met || (act && wasTakenThen(act, page.matter))) return 'done'
  if (act && waiting.has(act)) return 'current'
  const closed = act && gatesBefore(act, page.pack!, page.facts).some((gate) => !gate.met && gate.severity === 'block')
  return closed ? 'blocked' : 'ready'
}

export type ShownGate = {
  rule: string
  name: string
  acts: string[]
  met: boolean
  severity: 'block' | 'warn'
  missing: string
  who?: string
  facts: ShownFact[]
  sources: Source[]
}

/** Every rule that stands before an act of this matter, with the facts and dates it looks at. */
export function shownGates(page: MatterPage): ShownGate[] {
  const { pack, facts, locale, matter, directory } = page
  if (!pack) return []
  return pack.gates.flatMap((gate): ShownGate[] => {
    const result = gatesBefore(gate.acts[0]!, pack, facts).find(({ rule }) => rule === gate.id)
    if (!result) return []
    const { text, who, ruleName } = unmetRule(result, locale, matter, directory)
    return [
      {
        rule: gate.id,
        name: ruleName,
        acts: gate.acts,
        met: result.met,
        severity: result.severity,
        missing: text,
        who,
        facts: shownFacts(result.facts),
        sources: gate.sources,
      },
    ]
  })
}

/** What came in and what was instructed on it. */
function shownReceipt(page: MatterPage) {
  const { matter, directory } = page
  const received = lastOf(matter, 'received')
  if (!received) return null
  return {
    ...received.payload,
    ...signed(page, received),
    instructions: recordsOf(matter, 'instructed').map((record) => ({
      ...signed(page, record),
      words: record.payload.words,
      outcome: record.payload.outcome,
      lead: unitName(directory, record.payload.leadUnitId),
      supports: record.payload.supportUnitIds.map((unitId) => unitName(directory, unitId)),
      files: record.payload.files,
    })),
  }
}

/** Who issues what under whose authority, and under which pack the matter runs. */
function shownOpening(page: MatterPage) {
  const { matter, directory, pack, locale } = page
  const opening = opened(matter)
  if (!opening) return null
  const { kind, carrier, enclosed, authority, issuerId, leadUnitId, jointUnitIds, basis, entrance, units } =
    opening.payload
  return {
    ...signed(page, opening),
    kind,
    carrier,
    enclosed,
    authority,
    entrance,
    basis: basis ?? null,
    issuer: unitName(directory, issuerId),
    lead: unitName(directory, leadUnitId),
    joint: jointUnitIds.map((unitId) => unitName(directory, unitId)),
    reviewer: unitName(directory, units.reviewUnitId),
    pack: pack && { name: wordsIn(locale, pack.name), version: pack.version },
    facts: factsOf(matter)!,
  }
}

function shownRecognition(page: MatterPage) {
  const { matter } = page
  const proposal = lastOf(matter, 'recognition-proposed')
  const opinion = lastOf(matter, 'recognition-opinion')
  const decision = lastOf(matter, 'recognised')
  return {
    proposal: proposal && { ...signed(page, proposal), ...proposal.payload },
    opinion: opinion && { ...signed(page, opinion), ...opinion.payload },
    decision: decision && { ...signed(page, decision), ...decision.payload },
  }
}

function shownMajorDecision(page: MatterPage) {
  const decision = lastOf(page.matter, 'major-decided')
  return decision && { ...signed(page, decision), ...decision.payload }
}

function shownConclusion(page: MatterPage) {
  const concluded = lastOf(page.matter, 'concluded')
  const archived = lastOf(page.matter, 'archived')
  return {
    concluded: concluded && { ...signed(page, concluded), ...concluded.payload },
    archived: archived && { ...signed(page, archived), ...archived.payload },
  }
}

/** The overview of a matter as plain data. */
export function overviewView(page: MatterPage) {
  const { matter, directory, tasks, today, calendar } = page
  return {
    receipt: shownReceipt(page),
    opening: shownOpening(page),
    recognition: shownRecognition(page),
    majorDecision: shownMajorDecision(page),
    conclusion: shownConclusion(page),
    steps: shownSteps(page),
    gates: shownGates(page),
    tasks: tasks.map((task) => ({
      ...task,
      unit: unitName(directory, task.unitId),
      due: shownDeadline(task.dueOn, today, calendar),
    })),
    parties: [...partiesOf(matter)].map(([unitId, relations]) => ({
      unit: directory.units.get(unitId)?.name ?? '',
      relations: [...relations] as Relation[],
    })),
    ended: lastOf(matter, 'withdrawn')?.payload.reason ?? lastOf(matter, 'left-for-party')?.payload.reason ?? null,
  }
}
