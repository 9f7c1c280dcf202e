import { addDays, addMonths, isPlainDate, type PlainDate } from '../base/date.ts'
import { fold } from './fold.ts'
import type { LegalText, Provision, ProvisionId } from './model.ts'
import { toNumber } from './numeral.ts'

/**
 * How the first day in force was read. `stated`: a date stands in the text. `on-publication`: 自公布之日起施行.
 * `after-publication`: so many days or months after it. `not-stated`: no clause was found.
 */
export type EffectiveReading = 'stated' | 'on-publication' | 'after-publication' | 'not-stated'
export type Effective = {
  /** `null` when it is not stated or hangs on a publication that has not taken place. */
  date: PlainDate | null
  reading: EffectiveReading
  clauseId: ProvisionId | null
  /** 30日后施行 read as the 30th day itself, where `date` is the day after the 30 days have passed. */
  alternative?: PlainDate
  /** So many working days after publication: a calendar has to say which day that is. */
  workingDays?: number
}

/**
 * How the last day was read. `stated`: a date stands in the text. A term of years has two readings:
 * `anniversary` ends with the day of the same date (民法典 第二百零二条), `day-before` on the day before it. The
 * register keeps the one that a person confirmed.
 */
export type EndReading = 'stated' | 'anniversary' | 'day-before'
export type End = { date: PlainDate | null; reading: EndReading; clauseId: ProvisionId }
export type Repeal = { title: string; number?: string; clauseId: ProvisionId }

export type Validity = {
  effective: Effective
  /** Empty when the text does not say how long it is in force. */
  end: End[]
  repeals: Repeal[]
  /** 试行 or 暂行 in the title. */
  trial: boolean
  interpreter?: { name: string; clauseId: ProvisionId }
}

type Sentence = { words: string; clauseId: ProvisionId; isNote: boolean }

const n = '0-9零〇○一二三四五六七八九十百'
const day = `([${n}]{4})年([${n}]{1,3})月([${n}]{1,3})日`
const enters = '(?:施行|实施|执行|生效|试行)'
const own = '本[^，,。;:《]{1,14}?'
const published = '(?:公布|发布|印发|颁布|颁发|公告|通过|批准|下发|签署)'

const stated = new RegExp(`(?:${own})?(?:自|从|于)${day}(?:零时)?(?:起)?(?:开始)?(?:正式)?${enters}`)
const onPublication = new RegExp(`(?:自|从)${published}之日(?:起)?${enters}`)
const period = `(?:满)?([${n}]+)(个?工作日|日|天|个?月)(?:后|起|之后)?(?:起)?`
const afterPublication = new RegExp(`(?:自|从)${published}之日起${period}${enters}`)
const ownClause = new RegExp(`${own}(?:自|从|于)`)

const endStated = new RegExp(`(?:有效期(?:限)?|${enters}(?:期限)?),?(?:限|截)?(?:至|到|止于|截止到?)${day}`)
const endTerm = new RegExp(`(?:有效期(?:限)?|试行期(?:限)?|施行期限)(?:为|是)?(?:自.{2,10}?之?日起)?([${n}]+)(年|个月)`)
const speaksOfItself = new RegExp(
  `起(?:${period})?(?:施行|实施|执行|试行)|${own}(?:自|从|于).{4,20}起生效|^有效期|^试行期|${own}(?:的)?(?:有效期|试行期|施行期限)`,
)

const dateOf = ([year, month, date]: (string | undefined)[]): PlainDate | null => {
  const parts = [year, month, date].map((part) => toNumber(part ?? ''))
  if (parts.includes(null)) return null
  const [y, m, d] = parts as number[]
  const plain = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isPlainDate(plain) ? plain : null
}

function sentencesOf(provisions: Provision[]): Sentence[] {
  return provisions.flatMap(({ id, kind, text, children }) => [
    ...fold(text)
      .split(/[。;]/)
      .filter(Boolean)
      .map((words) => ({ words, clauseId: id, isNote: kind === 'note' })),
    ...(kind === 'annex' || kind === 'enclosure' ? [] : sentencesOf(children)),
  ])
}

type Reader = { pattern: RegExp; read: (found: RegExpExecArray, published?: PlainDate) => Omit<Effective, 'clauseId'> }
const readers: Reader[] = [
  { pattern: stated, read: (found) => ({ date: dateOf(found.slice(1, 4)), reading: 'stated' }) },
  { pattern: onPublication, read: (_, publishedOn) => ({ date: publishedOn ?? null, reading: 'on-publication' }) },
  { pattern: afterPublication, read: readAfter },
]

/** The day of publication is not counted (民法典 第二百零一条); 工作日 cannot be read without a calendar. */
function readAfter(found: RegExpExecArray, publishedOn?: PlainDate): Omit<Effective, 'clauseId'> {
  const count = toNumber(found[1]!)
  const unit = found[2]!
  if (count !== null && unit.includes('工作日')) return { date: null, reading: 'after-publication', workingDays: count }
  if (!publishedOn || count === null) return { date: null, reading: 'after-publication' }
  const last = unit.includes('月') ? addMonths(publishedOn, count) : addDays(publishedOn, count)
  return { date: addDays(last, 1), alternative: last, reading: 'after-publication' }
}

/** A clause that names its own text counts before one that only begins with the date; notes come last. */
const weightOf = ({ words, isNote }: Sentence) => (isNote ? 0 : ownClause.test(words) ? 2 : 1)

function readEffective(sentences: Sentence[], publishedOn?: PlainDate): Effective {
  const found = sentences.flatMap((sentence) => {
    const reader = readers.find(({ pattern }) => pattern.test(sentence.words))
    const belongsElsewhere = weightOf(sentence) === 1 && !/^(?:自|从|现|特此|以上|,)/.test(sentence.words)
    return reader && !belongsElsewhere ? [{ sentence, reader }] : []
  })
  const best = found.reduce<(typeof found)[number] | null>(
    (one, other) => (one && weightOf(one.sentence) > weightOf(other.sentence) ? one : other),
    null,
  )
  if (!best) return { date: null, reading: 'not-stated', clauseId: null }
  return {
    ...best.reader.read(best.reader.pattern.exec(best.sentence.words)!, publishedOn),
    clauseId: best.sentence.clauseId,
  }
}

function readEnd(sentences: Sentence[], start: PlainDate | null): End[] {
  for (const { words, clauseId } of [...sentences].reverse()) {
    if (!speaksOfItself.test(words)) continue
    const date = endStated.exec(words)
    if (date) return [{ date: dateOf(date.slice(1, 4)), reading: 'stated', clauseId }]
    const term = endTerm.exec(words)
    const count = term && toNumber(term[1]!)
    if (!count) continue
    const anniversary = start && addMonths(start, term[2] === '年' ? count * 12 : count)
    return [
      { date: anniversary, reading: 'anniversary', clauseId },
      { date: anniversary && addDays(anniversary, -1), reading: 'day-before', clauseId },
    ]
  }
  return []
}

type Quoted = { title: string; before: string; behind: string }

/** Titles in 《》, with 《》 inside them, and what stands around each. */
function quotedTitles(words: string): Quoted[] {
  const found: Quoted[] = []
  let depth = 0
  let from = 0
  let last = 0
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '《' && depth++ === 0) from = at
    if (words[at] !== '》' || depth === 0 || --depth > 0) continue
    found.push({ title: words.slice(from + 1, at), before: words.slice(last, from), behind: words.slice(at + 1) })
    last = at + 1
  }
  return found
}

const numberBehind = /^\(([^()]*(?:号|〕[^()]*))\)/
const numberBefore = /([^,、(]*(?:令|公告)(?:〔\d+〕)?第?[\d零〇一二三四五六七八九十百]+号)(?:公布|发布|颁布|印发)?的?$/
const dateBefore = /^.*\d{1,4}年\d{1,2}月\d{1,2}日(?:由|以|经)?/

function readRepeals(sentences: Sentence[]): Repeal[] {
  return sentences.flatMap(({ words, clauseId }) => {
    const end = words.search(/(?:同时|同步|予以|一并|即行|相应|》|\))(?:予以)?废止/)
    if (end === -1 || /^关于废止/.test(words)) return []
    return quotedTitles(words.slice(0, end + 1)).map(({ title, before, behind }) => {
      const number = numberBehind.exec(behind)?.[1] ?? numberBefore.exec(before)?.[1]?.replace(dateBefore, '')
      return number ? { title, number, clauseId } : { title, clauseId }
    })
  })
}

const interprets = new RegExp(`${own}(?:的解释)?由(.{2,40}?)(?:负责|承担)?(?:解释|负责解释)`)

function readInterpreter(sentences: Sentence[]): Validity['interpreter'] {
  for (const { words, clauseId } of [...sentences].reverse()) {
    const name = interprets.exec(words)?.[1]
    if (name) return { name: name.replace(/(?:负责|承担)?(?:具体)?$/, ''), clauseId }
  }
  return undefined
}

const titleOf = (provisions: Provision[]) => provisions.find(({ kind }) => kind === 'title')?.text ?? ''

function readOne(provisions: Provision[], publishedOn?: PlainDate): Validity {
  const sentences = sentencesOf(provisions)
  const effective = readEffective(sentences, publishedOn)
  const interpreter = readInterpreter(sentences)
  return {
    effective,
    end: readEnd(sentences, effective.date),
    repeals: readRepeals(sentences),
    trial: /试行|暂行/.test(titleOf(provisions)),
    ...(interpreter ? { interpreter } : {}),
  }
}

/**
 * Reads from a text's own words since when and how long it is in force, what it repeals, and who interprets it.
 * Validity belongs to the enclosed text where there is one; what that leaves open is read from its carrier.
 * Nothing is guessed: what is not said is `not-stated` or empty. `publishedOn` settles 自公布之日起.
 */
export function readValidity(text: LegalText, publishedOn?: PlainDate): Validity {
  const carrier = readOne(text.children, publishedOn)
  const enclosed = text.children.find(({ kind }) => kind === 'enclosure')
  if (!enclosed) return carrier
  const inner = readOne(enclosed.children, publishedOn)
  const repeals = [...inner.repeals, ...carrier.repeals]
  const interpreter = inner.interpreter ?? carrier.interpreter
  const effective = inner.effective.reading === 'not-stated' ? carrier.effective : inner.effective
  const end = inner.end.length ? inner.end : readEnd(sentencesOf(text.children), effective.date)
  return { effective, end, repeals, trial: inner.trial || carrier.trial, ...(interpreter ? { interpreter } : {}) }
}
