import type { Source } from '../base/source.ts'
import { competition, decisions, environment, openGovernment, organic, practised } from './evidence-sources.ts'

/**
 * Kinds of evidence as a table: what each one says about its step, what must be said, and what follows from it. Gates read
 * the values as facts (`evidence.hearing.heldOn`, `evidence.hearing.materialDays`). What makes a gate fail is never refused
 * at the door: a hearing whose papers came five days ahead is entered as it was, and the gate says so. Refused is only what
 * cannot be: a day in the future, a choice outside its list, papers sent after the hearing they were for.
 */
export const fieldTypes = ['date', 'yes-no', 'line', 'words', 'number', 'choice', 'choices'] as const
export type FieldType = (typeof fieldTypes)[number]

/** Holds where another field of the evidence, or its conclusion, has this value. */
export type When = readonly [field: string, value: string]

export type EvidenceField = {
  name: string
  type: FieldType
  choices?: readonly string[]
  required?: true | { when: When }
  /** A day that lies ahead by its nature: the end of a measure. */
  ahead?: true
}

/** Days from one date to another, the first not counted. */
export type DerivedField = { name: string; from: string; to: string; unit: 'calendar-day' | 'working-day' }

export type EvidenceKind = {
  /** What is usually asked of it, in the order of the form. */
  fields: readonly EvidenceField[]
  /** Common fields that this kind uses beside document, reference, person, date and words. */
  period?: 'required' | 'optional'
  /** The period may still run when it is entered. */
  mayRun?: true
  conclusion?: { choices: readonly string[]; required: true } | 'line'
  /** Asks for the ground and the approver of a period shorter than usual. */
  shortening?: true
  /** At least one of these is wanted. */
  oneOf?: readonly { fields: readonly string[]; when: When }[]
  /** Dates of which the first is not after the second; `on` is the date of the document. */
  inOrder?: readonly (readonly [earlier: string, later: string])[]
  derived?: readonly DerivedField[]
  sources: readonly Source[]
}

const date = (name: string, more: Partial<EvidenceField> = {}): EvidenceField => ({ name, type: 'date', ...more })
const yesNo = (name: string): EvidenceField => ({ name, type: 'yes-no' })
const line = (name: string): EvidenceField => ({ name, type: 'line' })
const words = (name: string, required?: EvidenceField['required']): EvidenceField => ({
  name,
  type: 'words',
  ...(required && { required }),
})
const number = (name: string): EvidenceField => ({ name, type: 'number' })

const fromDepartment = { when: ['source', 'department'] } as const
const asException = { when: ['conclusion', 'exception'] } as const

const table = {
  plan: { fields: [], conclusion: 'line', sources: [practised] },
  'necessity-evaluation': {
    fields: [words('necessity'), words('feasibility')],
    conclusion: 'line',
    sources: [organic('第七十五条')],
  },
  initiation: {
    fields: [
      {
        name: 'source',
        type: 'choice',
        choices: ['leader', 'department', 'deputies-citizens'],
        required: true,
      },
      words('problem', fromDepartment),
      words('grounds', fromDepartment),
      words('scheme', fromDepartment),
      words('feasibility', fromDepartment),
      line('studiedBy'),
      line('approvedBy'),
    ],
    conclusion: { choices: ['start', 'not-start'], required: true },
    sources: [decisions('第十条'), decisions('第十一条')],
  },
  catalogue: {
    fields: [date('partyConsentOn'), date('publishedOn')],
    // 经同级党委同意后向社会公布
    inOrder: [['partyConsentOn', 'publishedOn']],
    sources: [decisions('第三条第三款')],
  },
  'congress-report': { fields: [], conclusion: 'line', sources: [decisions('第八条')] },
  research: {
    fields: [yesNo('lawsSurveyed'), words('costBenefit'), number('alternatives')],
    sources: [decisions('第十二条')],
  },
  'dispute-settlement': {
    fields: [
      words('mainIssue', true),
      words('unitsOpinions', true),
      words('leadOpinion', true),
      words('leadReasons', true),
      { name: 'level', type: 'choice', choices: ['staff', 'heads', 'legal-body', 'government'] },
    ],
    conclusion: 'line',
    sources: [decisions('第十三条')],
  },
  participation: {
    fields: [
      {
        name: 'forms',
        type: 'choices',
        choices: ['symposium', 'hearing', 'field-visit', 'written', 'public-comment', 'questionnaire', 'opinion-poll'],
        required: true,
      },
      words('specialGroup'),
    ],
    period: 'optional',
    conclusion: 'line',
    sources: [decisions('第十四条'), decisions('第十八条')],
  },
  'public-comment': {
    fields: [yesNo('draftPublished'), yesNo('explanationPublished'), line('channel'), yesNo('reasonInNotice')],
    period: 'required',
    conclusion: 'line',
    shortening: true,
    sources: [decisions('第十五条'), environment('第六十二条')],
  },
  hearing: {
    fields: [
      date('noticeOn'),
      date('materialsSentOn'),
      date('heldOn', { required: true }),
      number('participants'),
      yesNo('selectionPublished'),
      yesNo('listPublished'),
      yesNo('ordered'),
      yesNo('signed'),
    ],
    conclusion: 'line',
    inOrder: [
      ['noticeOn', 'heldOn'],
      ['materialsSentOn', 'heldOn'],
    ],
    derived: [
      { name: 'materialDays', from: 'materialsSentOn', to: 'heldOn', unit: 'calendar-day' },
      { name: 'noticeDays', from: 'noticeOn', to: 'heldOn', unit: 'calendar-day' },
    ],
    sources: [decisions('第十六条'), decisions('第十七条')],
  },
  'expert-appraisal': {
    fields: [
      number('experts'),
      number('signedOpinions'),
      yesNo('conflictsDeclared'),
      yesNo('dissentSought'),
      yesNo('interested'),
    ],
    conclusion: 'line',
    sources: [decisions('第十九条'), decisions('第二十条'), decisions('第二十一条')],
  },
  'risk-assessment': {
    fields: [words('risks'), words('measures'), words('plan'), line('assessor')],
    conclusion: { choices: ['controllable', 'not-controllable'], required: true },
    sources: [decisions('第二十二条'), decisions('第二十三条'), decisions('第二十四条')],
  },
  'fair-competition': {
    fields: [
      date('initialReviewOn'),
      yesNo('stakeholdersHeard'),
      {
        name: 'purpose',
        type: 'choice',
        choices: ['security', 'innovation', 'public-interest', 'other-by-law'],
        required: asException,
      },
      words('noAlternative', asException),
      date('endsOn', { ahead: true }),
      words('endCondition'),
    ],
    conclusion: { choices: ['conforms', 'does-not-conform', 'exception'], required: true },
    // 并能够确定合理的实施期限或者终止条件
    oneOf: [{ fields: ['endsOn', 'endCondition'], when: asException.when }],
    inOrder: [
      ['initialReviewOn', 'on'],
      ['on', 'endsOn'],
    ],
    sources: [competition('第十二条'), competition('第十四条'), competition('第十六条'), competition('第十七条')],
  },
  'policy-consistency': { fields: [], conclusion: 'line', sources: [practised] },
  'reform-risk': { fields: [words('risks', true)], sources: [decisions('第二十五条第二款')] },
  'legal-advisers': { fields: [line('advisers')], conclusion: 'line', sources: [decisions('第二十八条')] },
  'party-report': { fields: [], conclusion: 'line', sources: [decisions('第三十一条')] },
  'openness-check': { fields: [], conclusion: 'line', sources: [openGovernment('第十七条')] },
  countersignature: { fields: [], conclusion: 'line', sources: [practised] },
  archive: { fields: [words('manifest', true)], sources: [decisions('第三十三条')] },
  'adaptation-period': {
    fields: [],
    period: 'optional',
    mayRun: true,
    conclusion: 'line',
    sources: [environment('第六十五条')],
  },
  'filing-duty': { fields: [], conclusion: 'line', sources: [organic('第七十五条')] },
  other: { fields: [], period: 'optional', conclusion: 'line', sources: [practised] },
} as const satisfies Record<string, EvidenceKind>

export type EvidenceStep = keyof typeof table

export const evidenceKinds: Readonly<Record<EvidenceStep, EvidenceKind>> = table
export const evidenceSteps = Object.keys(table) as [EvidenceStep, ...EvidenceStep[]]

/** Choices of a field, or of the conclusion; empty where any words may stand. */
export function choicesOf(step: EvidenceStep, name: string): readonly string[] {
  const kind = evidenceKinds[step]
  if (name === 'conclusion') return typeof kind.conclusion === 'object' ? kind.conclusion.choices : []
  return kind.fields.find((field) => field.name === name)?.choices ?? []
}
