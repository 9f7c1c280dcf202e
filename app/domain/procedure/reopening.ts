import type { Source } from '../base/source.ts'
import type { EditedProvision } from '../comparison/edit-classes.ts'
import { effects } from '../comparison/effects.ts'
import type { ProvisionId } from '../text/model.ts'
import type { EvidenceStep } from './evidence-kinds.ts'
import {
  competitionMeasures,
  decisions,
  makingRules,
  officialDocuments,
  openGovernment,
  practised,
  reviewGuidance,
} from './evidence-sources.ts'

/**
 * Which edits of a covered provision reopen what was done for it. Numbering, references that followed and punctuation never do.
 * `substantive`: every other edit. `normative`: one of a provision that rules something. `economic`: one of a clause on the
 * economic activity of operators. `burden`: one that adds a duty, penalty, licence, fee or restriction. `never`: it was
 * done for the matter, not for the words.
 */
export const openers = ['substantive', 'normative', 'economic', 'burden', 'never'] as const
export type Opener = (typeof openers)[number]

/** What is done for a text by an act of its own, beside the kinds of evidence. */
export const approvals = [
  'own-opinion',
  'own-discussion',
  'submission-signature',
  'review',
  'post-meeting-check',
  'approval-sheet',
  'sheet-signature',
  'interpretation',
  'openness',
] as const
export type Approval = (typeof approvals)[number]
export type BoundSubject = Approval | EvidenceStep

export type ReopeningRule = { reopenedBy: Opener; sources: readonly Source[] }

const rule = (reopenedBy: Opener, ...sources: Source[]): ReopeningRule => ({ reopenedBy, sources })
const never = rule('never', practised)
/** 签发后复核需作实质性修改的，报原签批人复审。 */
const signed = rule('substantive', officialDocuments('第二十五条（一）'))

export const reopeningRules: Readonly<Record<BoundSubject, ReopeningRule>> = {
  'own-opinion': rule('normative', reviewGuidance('（四）')),
  'own-discussion': rule('substantive', practised),
  'submission-signature': signed,
  // An unreviewed text must not go to deliberation; neither must what was written into it afterwards.
  review: rule('normative', reviewGuidance('（七）'), decisions('第二十五条第二款')),
  'post-meeting-check': rule('substantive', makingRules('第二十九条（参照）')),
  'approval-sheet': signed,
  'sheet-signature': signed,
  interpretation: rule('substantive', practised),
  openness: rule('substantive', practised),

  plan: never,
  'necessity-evaluation': never,
  initiation: never,
  catalogue: never,
  'congress-report': never,
  research: never,
  // The text that carries out the settlement comes after it.
  'dispute-settlement': never,
  participation: never,
  // Changes that answer the public are what comments are for; a burden that nobody could speak about is not.
  'public-comment': rule('burden', practised),
  hearing: rule('burden', practised),
  'expert-appraisal': rule('burden', practised),
  'risk-assessment': rule('burden', practised),
  // 审查后内容发生重大变化的，重新审查。
  'fair-competition': rule('economic', competitionMeasures('第二十七条')),
  'policy-consistency': rule('normative', practised),
  'reform-risk': rule('normative', practised),
  'legal-advisers': rule('normative', practised),
  // Changes that the committee asked for come after the report.
  'party-report': never,
  'openness-check': rule('substantive', openGovernment('第十七条')),
  countersignature: signed,
  archive: never,
  'adaptation-period': never,
  'filing-duty': never,
  other: rule('substantive', practised),
}

/** An edit between two versions; of one from before classes were kept only the id is known. */
export type Edit = { id: ProvisionId; edited: EditedProvision | null }

/** Why something still stands, or that it does not. */
export type Standing =
  | { fresh: true; because: StandsBecause; others: readonly Edit[] }
  | { fresh: false; opener: Opener; edits: readonly Edit[] }
export type StandsBecause =
  | 'unchanged'
  | 'identical'
  | 'never'
  | 'renumbered'
  | 'wording'
  | 'not-covered'
  | 'not-normative'
  | 'not-economic'
  | 'no-burden'

const isSubstantive = ({ edited }: Edit) => edited === null || edited.class === 'substantive'

/** What is not known counts as reopening: nothing stands by guess. */
function opens(opener: Opener, { edited }: Edit): boolean {
  if (edited === null || opener === 'substantive') return true
  if (opener === 'normative') return edited.normative
  if (opener === 'economic') return edited.market.length > 0
  return effects.some((effect) => edited.adds[effect])
}

/** Edits of what was covered. A provision that got another id stays covered under it. */
function coveredEdits(edits: readonly Edit[], covered: ReadonlySet<ProvisionId> | null): readonly Edit[] {
  if (covered === null) return edits
  const known = new Set(covered)
  return edits.filter(({ id, edited }) => {
    const isCovered = edited === null || edited.within.some((one) => known.has(one))
    if (isCovered) known.add(id)
    return isCovered
  })
}

const spared: Record<Exclude<Opener, 'never' | 'substantive'>, StandsBecause> = {
  normative: 'not-normative',
  economic: 'not-economic',
  burden: 'no-burden',
}

/** Whether what was done for these provisions (`null`: the whole text) stands after these edits, and why. */
export function standingAfter(
  edits: readonly Edit[],
  covered: ReadonlySet<ProvisionId> | null,
  { reopenedBy }: ReopeningRule,
): Standing {
  const stands = (because: StandsBecause, others: readonly Edit[] = []): Standing => ({ fresh: true, because, others })
  if (edits.length === 0) return stands('unchanged')
  const substantive = edits.filter(isSubstantive)
  if (substantive.length === 0)
    return stands(edits.some(({ edited }) => edited?.class === 'wording') ? 'wording' : 'renumbered')
  if (reopenedBy === 'never') return stands('never', substantive)
  const touched = coveredEdits(edits, covered).filter(isSubstantive)
  if (touched.length === 0) return stands('not-covered', substantive)
  const opening = touched.filter((edit) => opens(reopenedBy, edit))
  if (opening.length > 0) return { fresh: false, opener: reopenedBy, edits: opening }
  return stands(reopenedBy === 'substantive' ? 'not-covered' : spared[reopenedBy], substantive)
}
