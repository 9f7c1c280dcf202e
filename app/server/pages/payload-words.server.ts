import type { TFunction } from 'i18next'
import { isPlainDate } from '#app/domain/base/date.ts'
import type { Evidence } from '#app/domain/matter/evidence-record.ts'
import { kindOf, versionById } from '#app/domain/matter/matter.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { translator } from '#app/messages/translator.ts'
import { concludedOf, saidOf } from './evidence-words.server.ts'
import type { MatterPage } from './matter-page.server.ts'

/** One line of a record in words: its name in the reader's language and what it says, as it was written. */
export type Line = { term: string; text: string }

/** Ids and digests say nothing to a reader; files are drawn as links beside the words. */
const unsaid = new Set([
  'files',
  'fingerprint',
  'roundId',
  'opinionId',
  'generalOpinionId',
  'commentId',
  'commentIds',
  'itemId',
  'decisionId',
  'meetingId',
  'entryId',
  'issuedNumberId',
  'recordId',
  'supersedes',
  'provisionId',
  'lawId',
  'packId',
  'packHash',
  'beforeHash',
  'documentHash',
  'drafterPersonId',
  'officerPostId',
  'units',
  'context',
  'title-of-version',
  'act',
  'taskId',
  'taskIds',
  'reportId',
  'remarkId',
  'evaluationId',
  'evaluatorUnitId',
  'adjustsMatterId',
  'registeredMatterId',
  'registeredVersionId',
  'amendedLawId',
  'lawVersionId',
  'after',
  'carried',
  'fields',
  'classes',
  'hints',
])
const unitFields = new Set(['unitId', 'successorId', 'leadUnitId', 'issuerId'])
const unitLists = new Set(['unitIds', 'jointUnitIds', 'supportUnitIds', 'invitedUnitIds', 'unanswered'])
const versionFields = new Set(['versionId', 'baseVersionId', 'meetingVersionId'])
/** Provisions of other versions are said by their number only; the comparison shows them. */
const counted = new Set(['provisionIds', 'substantive', 'unaccounted'])

/** Fields whose values are words of a list of the vocabulary; by kind of record where the field has several lists. */
const lists: Record<string, string> = {
  carrier: 'carrier',
  enclosed: 'enclosed',
  authority: 'authority',
  entrance: 'entrance',
  outcome: 'outcome',
  answer: 'answer',
  source: 'source',
  publicity: 'publicity',
  means: 'means',
  silence: 'silence',
  conclusion: 'conclusion',
  step: 'evidence',
  rank: 'rank',
  point: 'point',
  weight: 'weight',
  how: 'comment',
  view: 'view',
  disposition: 'disposition',
  missing: 'material',
  elements: 'element',
  categories: 'category',
  problem: 'problem',
  reply: 'reply',
  remarkerKind: 'sender',
  remarkMeans: 'remark-means',
  trigger: 'trigger',
  participants: 'participant',
  evaluationConclusion: 'evaluation',
  'execution-ended.outcome': 'execution',
  'major-decided.exclusion': 'excluded',
  facts: 'fact',
  points: 'point',
  'completeness-checked.result': 'completeness',
  'minutes-issued.result': 'result',
  'post-meeting-checked.result': 'post-meeting',
  'own-discussion-held.result': 'discussion',
  'submission-signed.opinion': 'signature',
  'sheet-signed.opinion': 'signature',
  'companion-saved.kind': 'companion',
  'meeting-scheduled.kind': 'meeting',
  'numbered.kind': 'number',
  'number-voided.kind': 'number',
  'submitted.kind': 'material',
  'amended-text-linked.mode': 'amended',
  'basis-changed.kind': 'basis',
  'basis-changed.change': 'cited',
}

/** Values that have words of their own among those of the public page. */
const readings: Record<string, string> = {
  'registered.effectiveReading': 'publication.readings.',
  'registered.reading': 'publication.readings.end-',
  'registered.what': 'publication.clauses.',
}
/** Kinds whose `number` was given out; that of a version counts. */
const numberedKinds = new Set([
  'amended-text-linked',
  'numbered',
  'number-voided',
  'review-issued',
  'minutes-issued',
  'filing-recorded',
])

type Saying = { t: TFunction; page: MatterPage; kind: string }

/** What a record says, in words of the reader's language. Names, titles and opinions stay as they were written. */
export function payloadWords(page: MatterPage, record: MatterRecord): Line[] {
  const saying: Saying = { t: translator(page.locale), page, kind: record.kind }
  const lines = Object.entries(record.payload as Record<string, unknown>).flatMap(([field, value]) => {
    if (field === 'conclusion' && record.kind === 'evidence-entered') return concluded(page, record)
    const text = unsaid.has(field) ? '' : say(saying, field, value)
    const name = field === 'number' && numberedKinds.has(record.kind) ? 'officialNumber' : field
    return text ? [{ term: saying.t(`matters.payload.${name}`, { defaultValue: name }), text }] : []
  })
  return record.kind === 'evidence-entered' ? [...lines, ...saidOf(page, record)] : lines
}

const concluded = (page: MatterPage, { payload }: Evidence): Line[] =>
  [concludedOf(page, payload)].flatMap((said) =>
    said ? [{ term: translator(page.locale)('matters.payload.conclusion'), text: said.text }] : [],
  )

function say(saying: Saying, field: string, value: unknown): string {
  const { t } = saying
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return sayWord(saying, field, value)
  if (Array.isArray(value)) return sayList(saying, field, value)
  return sayObject(saying, field, value as Record<string, unknown>)
}

/** A word of a list. What a review says of points and conclusions is worded by the kind of matter. */
function wordIn({ t, page, kind }: Saying, list: string, value: string): string {
  const ofKind = list === 'point' ? 'points' : list === 'conclusion' && kind.startsWith('review') ? 'conclusions' : null
  return ofKind
    ? t(`kinds.of.${kindOf(page.matter)}.${ofKind}.${value}`, { defaultValue: value })
    : t(`vocabulary.${`${list}-${value}`}`, { defaultValue: value })
}

function sayWord(saying: Saying, field: string, value: string): string {
  const { t, page, kind } = saying
  if (kind === 'opened' && field === 'kind') return t(`kinds.of.${value}.name`)
  if (unitFields.has(field) || unitLists.has(field)) return page.directory.units.get(value)?.name ?? ''
  if (versionFields.has(field)) return sayVersion(t, page, value)
  if (kind === 'urged' && field === 'reason') return t(`tasks.${value}`)
  if (kind === 'urged' && field === 'role') return t(`roles.${value}`)
  if (isPlainDate(value)) return sayDate(t, value)
  const reading = readings[`${kind}.${field}`]
  if (reading) return t(`${reading}${value}`, { defaultValue: value })
  const list = lists[`${kind}.${field}`] ?? lists[field]
  if (list) return wordIn(saying, list, value)
  return value === 'normative' || value === 'not-normative' ? t(`vocabulary.${value}`) : value
}

function sayVersion(t: TFunction, page: MatterPage, versionId: string): string {
  const version = versionById(page.matter, versionId)
  return version ? t('matters.head.version', { number: version.payload.number, name: version.payload.name }) : ''
}

function sayDate(t: TFunction, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return t('common.date', { year, monthName: t(`common.months.${month}`), day })
}

function sayList(saying: Saying, field: string, values: unknown[]): string {
  const { t } = saying
  if (values.length === 0) return ''
  if (counted.has(field)) return t('matters.provisions', { count: values.length })
  const said = values.map((value) => say(saying, field, value)).filter(Boolean)
  const isRows = typeof values[0] === 'object'
  return isRows ? said.map((words, index) => `${index + 1}. ${words}`).join('\n') : said.join(t('common.and'))
}

/** Ticks are said by name; other parts by their name and words. */
function sayObject(saying: Saying, field: string, value: Record<string, unknown>): string {
  const { t } = saying
  const list = lists[field]
  const parts = Object.entries(value).flatMap(([name, part]) => {
    if (unsaid.has(name)) return []
    const words = say(saying, name, part)
    if (!words) return []
    const term = list ? wordIn(saying, list, name) : t(`matters.payload.${name}`, { defaultValue: name })
    return [`${term}${t('common.colon')}${words}`]
  })
  return parts.join(t('matters.partSeparator'))
}
