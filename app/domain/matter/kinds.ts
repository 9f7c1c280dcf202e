import type { Authority } from '../document/genres.ts'
import type { FactName } from './records.ts'

/** Kinds of matter. What tells them apart stands in this table, in the rows of the pack, and in words; nowhere else. */
export const matterKinds = ['normative-document', 'major-decision', 'contract', 'enforcement-decision'] as const
export type MatterKind = (typeof matterKinds)[number]

/** The kind that an address or a form names; the ordinary one where it names none. */
export const kindNamed = (name: string | null): MatterKind =>
  matterKinds.find((kind) => kind === name) ?? 'normative-document'

export type KindRow = {
  /** Comes out as an official document: with a carrier (文种), a number, a signature and publication. */
  document: boolean
  /** The acts that its road leaves out, or the only ones that it has. */
  acts: { without: readonly string[] } | { only: readonly string[] }
  /** Facts that the opening form asks, in its order. */
  asks: readonly FactName[]
  /** Facts that have to be answered, if only with "unknown". */
  mustAnswer: readonly FactName[]
  /** Under whose authority a matter of this kind may come out. */
  authorities: readonly Authority[]
}

const recognitionOfDocuments = ['propose-recognition', 'give-recognition-opinion', 'decide-recognition']
/** What a matter that only passes the legality desk goes through. */
const legalityDesk = [
  'open-from-incoming',
  'change-facts',
  'change-pack',
  'withdraw-matter',
  'contest-record',
  'urge-task',
  'open-supervision',
  'report-supervision',
  'close-supervision',
  'keep-working-copy',
  'save-version',
  'save-companion',
  'send-draft-out',
  'submit',
  'supply-supplement',
  'check-completeness',
  'accept-for-review',
  'make-comment',
  'close-comment',
  'draft-review-opinion',
  'pass-section-head',
  'pass-deputy-head',
  'issue-review-opinion',
  'answer-review',
  'confirm-revision',
  'reopen-review',
]

const triggers = ['money', 'posts', 'prices', 'licences', 'emergency'] as const
/** What the procedure of a major decision turns on (重大行政决策程序暂行条例 第三、八、十四至二十二、二十五、三十七条). */
const decisionFacts = [
  'listed',
  'adjusts',
  'expertise',
  'socialRisk',
  'specialGroup',
  'directInterest',
  'disputed',
  'reformExploration',
  'secret',
  'npcReport',
] as const

export const kinds: Record<MatterKind, KindRow> = {
  'normative-document': {
    document: true,
    acts: { without: [] },
    asks: [
      'affectsRights',
      'marketRelated',
      'majorDecision',
      'severalPowers',
      'directInterest',
      'disputed',
      ...triggers,
    ],
    mustAnswer: ['affectsRights', 'marketRelated', 'majorDecision', 'severalPowers'],
    authorities: [
      'government',
      'government-office',
      'department-with-consent',
      'department',
      'county-body',
      'joint-with-party',
    ],
  },
  'major-decision': {
    document: true,
    acts: { without: recognitionOfDocuments },
    asks: ['marketRelated', 'severalPowers', ...decisionFacts, ...triggers],
    mustAnswer: ['marketRelated', 'severalPowers'],
    authorities: ['government', 'department', 'county-body', 'joint-with-party'],
  },
  contract: {
    document: false,
    acts: { only: legalityDesk },
    asks: ['money', 'marketRelated'],
    mustAnswer: [],
    authorities: ['government', 'department'],
  },
  'enforcement-decision': {
    document: false,
    acts: { only: legalityDesk },
    asks: ['socialRisk', 'directInterest', 'disputed'],
    mustAnswer: [],
    authorities: ['government', 'department'],
  },
}

/** Whether the road of a kind has an act at all. */
export function hasAct(kind: MatterKind, act: string): boolean {
  const { acts } = kinds[kind]
  return 'only' in acts ? acts.only.includes(act) : !acts.without.includes(act)
}

/** What may be asked once the matter is open: a document that may be a major decision too is asked what that turns on. */
export function factsAsked(kind: MatterKind, known: { majorDecision: boolean | null }): readonly FactName[] {
  const { asks } = kinds[kind]
  return kind === 'normative-document' && known.majorDecision !== false
    ? [...new Set([...asks, ...decisionFacts])]
    : asks
}
