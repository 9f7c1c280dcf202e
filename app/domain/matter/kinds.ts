import type { Authority } from '../document/genres.ts'
import type { FactName, MaterialKind, ReviewPoint } from './records.ts'

/** Kinds of matter. What tells them apart stands in this table, in the rows of the pack, and in words; nowhere else. */
export const matterKinds = ['normative-document', 'major-decision', 'contract', 'enforcement-decision'] as const
export type MatterKind = (typeof matterKinds)[number]

/** The kind that an address or a form names; the ordinary one where it names none. */
export const kindNamed = (name: string | null): MatterKind =>
  matterKinds.find((kind) => kind === name) ?? 'normative-document'

export type KindRow = {
  /** The whole road from drafting to publication, or the legality desk alone. */
  road: 'whole' | 'desk'
  /** Comes out as an official document: with a carrier (文种), a number, a signature and publication. */
  document: boolean
  /** The acts that its road leaves out, or the only ones that it has. */
  acts: { without: readonly string[] } | { only: readonly string[] }
  /** Title of the opinion as it is printed. */
  opinionTitle: string
  /** What the reviewer looks at, in the order of the opinion. */
  points: readonly ReviewPoint[]
  /** Papers of a submission; `due` have to be there. */
  materials: { due: readonly MaterialKind[]; more: readonly MaterialKind[] }
  /** Facts that the opening form asks, in its order. */
  asks: readonly FactName[]
  /** Facts that have to be answered, if only with "unknown". */
  mustAnswer: readonly FactName[]
  /** Under whose authority a matter of this kind may come out. */
  authorities: readonly Authority[]
}

const recognitionOfDocuments = ['propose-recognition', 'give-recognition-opinion', 'decide-recognition']
/** How a matter ends that only passes the legality desk. */
const conclusion = ['conclude-matter', 'archive-matter']
/** What follows the publication of a major decision (重大行政决策程序暂行条例 第四章, verified). */
const execution = [
  'assign-execution',
  'report-execution',
  'answer-problem',
  'record-remark',
  'answer-remark',
  'suspend-execution',
  'resume-execution',
  'order-evaluation',
  'report-evaluation',
  'decide-adjustment',
  'end-execution',
]
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
  ...conclusion,
]

const documentPoints = [
  'maker',
  'competence',
  'content',
  'powers-created',
  'rights-reduced',
  'own-power',
  'procedure',
] as const
const documentMaterials = {
  due: ['text', 'explanation', 'basis', 'consultation', 'own-opinion'],
  more: ['fair-competition', 'other'],
} as const

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
    opinionTitle: '合法性审核意见书',
    document: true,
    road: 'whole',
    acts: { without: conclusion },
    points: documentPoints,
    materials: documentMaterials,
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
    opinionTitle: '合法性审查意见书',
    document: true,
    road: 'whole',
    acts: { without: [...recognitionOfDocuments, ...conclusion] },
    // 重大行政决策程序暂行条例 第二十七条 (verified)
    points: ['competence', 'procedure', 'content'],
    // 第二十六条 (verified): the draft, its basis, and how the procedure was carried out; no opinion of the drafting unit's own.
    materials: {
      due: ['text', 'explanation', 'basis', 'consultation'],
      more: ['own-opinion', 'fair-competition', 'other'],
    },
    asks: ['marketRelated', 'severalPowers', ...decisionFacts, ...triggers],
    mustAnswer: ['marketRelated', 'severalPowers'],
    authorities: ['government', 'department', 'county-body', 'joint-with-party'],
  },
  contract: {
    opinionTitle: '合同合法性审查意见书',
    road: 'desk',
    document: false,
    acts: { only: legalityDesk },
    points: [
      'contract-party',
      'contract-powers',
      'contract-content',
      'contract-procedure',
      'contract-interest',
      'contract-liability',
    ],
    materials: { due: ['text', 'explanation', 'counterparty'], more: ['basis', 'other'] },
    asks: ['money'],
    mustAnswer: [],
    authorities: ['government', 'department'],
  },
  'enforcement-decision': {
    opinionTitle: '重大执法决定法制审核意见书',
    road: 'desk',
    document: false,
    acts: { only: legalityDesk },
    points: [
      'enforcement-agency',
      'enforcement-procedure',
      'enforcement-facts',
      'enforcement-law',
      'enforcement-powers',
      'enforcement-papers',
      'enforcement-crime',
    ],
    materials: {
      due: ['text', 'case-facts', 'investigation'],
      more: ['hearing-record', 'risk-report', 'expert-report', 'other'],
    },
    asks: ['socialRisk', 'directInterest', 'disputed'],
    mustAnswer: [],
    authorities: ['government', 'department'],
  },
}

/** What the road of a matter follows from: its kind, and whether a document is a major decision too. */
export type Road = { kind: MatterKind; decision: boolean }

/** Whether the road of a matter has an act at all. Only a major decision is executed by the rules for it. */
export const isOnRoad = ({ kind, decision }: Road, act: string): boolean =>
  hasAct(kind, act) && (decision || !execution.includes(act))

/** Whether the road of any matter of a kind has an act. */
export function hasAct(kind: MatterKind, act: string): boolean {
  const { acts } = kinds[kind]
  return 'only' in acts ? acts.only.includes(act) : !acts.without.includes(act)
}

/** Papers that a submission lists. A department's own document is reviewed in the same unit, so its own opinion may be missing. */
export const isDue = (kind: MatterKind, material: MaterialKind, authority: Authority): boolean =>
  kinds[kind].materials.due.includes(material) && !(material === 'own-opinion' && authority === 'department')

/** What may be asked once the matter is open: a document that may be a major decision too is asked what that turns on. */
export function factsAsked(kind: MatterKind, known: { majorDecision: boolean | null }): readonly FactName[] {
  const { asks } = kinds[kind]
  return kind === 'normative-document' && known.majorDecision !== false
    ? [...new Set([...asks, ...decisionFacts])]
    : asks
}
