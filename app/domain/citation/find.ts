import type { Address } from '../text/address.ts'
import type { LegalText, ProvisionId } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { addressesAt } from './addresses.ts'
import { type Citation, type CitationForm, type Manner, manners, type Passage } from './citation.ts'
import { namesDocument, titleAt } from './marks.ts'
import { type BareNames, bareNames, canStandBare, nameAt, nameKey } from './names.ts'

export type FindOptions = {
  /** Names of a law library that also stand without 《》. */
  names?: BareNames
}

/** What was cited last, for 同法 and 该办法, and what the text calls its sources. */
type Reading = {
  passages: readonly Passage[]
  names: BareNames
  short: Map<string, string>
  shortNames: BareNames
  last: { title: string | null; number?: string; version?: string; address: Address } | null
  found: Citation[]
}

/** Words after which a name begins: it is not the tail of a longer one. */
const leads =
  /(?:^|[^\u4e00-\u9fff]|依照|按照|依据|根据|违反|违背|适用|参照|比照|遵照|遵守|执行|贯彻|履行|符合|属于|审理|规定|删去|修改|采取|提交|存在|低于|高于|超过|超出|认定|视为|是指|具备|具有|涉及|取得|引进|办理|处理|作为|使用|或者|以及|[将在除有和与及或按以由经对的是为同了依])$/
/** What may stand behind a name and make another word of it: 公司法人, 公司法定代表人, 行政法规. */
const goesOn = /^(?:[律人官院庭医典案]|规(?!定)|定(?!的)|制(?!定)|实施(?:条例|细则|办法)|学(?!习)|和法律委员会|宣誓)/

const isName = (words: string, start: number, end: number) =>
  leads.test(words.slice(Math.max(0, start - 3), start)) && !goesOn.test(words.slice(end, end + 8))

const own =
  /本[\u4e00-\u9fff]{0,6}?(?:法典|法|条例|规定|办法|细则|规则|解释|决定|意见|通知|章程|方案|标准|规范)(?=\s*第)/y
const relative =
  /(?:本条前(?:[一二两三四五六七八九十]|\d)?(?:款(?!项)|项(?!目))|本(?:条(?!例|约|件)|款(?!项)|项(?!目)|目(?!标|录|的)|章(?!程)|节(?!目)|编(?!制))|前(?:[一二两三四五六七八九十]|\d)?(?:条|款(?!项)|项|目|章|节)(?!目|例|件|约|所得)|上[一两二](?:条|款|项)|同(?:条|款|项)(?=\s*第|规|的)|该(?:条|款|项)(?=\s*第|规定|所))/y
const same =
  /(?:同(?:法典|法|条例|办法|规定|细则|规则|解释)(?=\s*第)|同法(?=的规定|有关规定)|(?:该|上述|前述)(?:法典|法(?![律人官院规定])|条例|办法|细则|规则|章程|公约|协定|议定书)|(?:该|上述|前述)(?:规定|解释|意见|通知|决定|方案)(?=\s*第))/y
const documentNumber =
  /[\u4e00-\u9fff]{1,12}[〔［[【(（](?:19|20)\d{2}[〕］\]】)）]第?\s*\d+\s*号|(?:[\u4e00-\u9fff]{2,12}?)令(?:〔\d{4}〕)?第\s*[\d零〇一二三四五六七八九十百]+\s*号/g
const unnamedGenre = /[\u4e00-\u9fff]{1,24}(?:法典|法|条例|办法|细则|规则|章程|公约|协定|议定书)$/
const notAName =
  /^(?:[\u4e00-\u9fff]?(?:方|做|看|办|说|想|无|依|执|违|合|司|立|非|守|用|宪和|手|技|语|书|刑)法|(?:该|此|原|旧|新|本|上述|有关|其他)?(?:法|条例|办法|细则|规则|章程|公约|协定|议定书|法典))$/
const cutsName =
  /.*(?:依照|按照|依据|根据|违反|违背|适用|参照|比照|符合|属于|审理|删去|具备|提交|采取|超出|超过|或者|以及|关于|可以|应当|不得|[将在除按以的了])(?=[\u4e00-\u9fff]{2})/
const commonPrefix = '中华人民共和国'

function mannerOf(words: string, at: number): Manner | undefined {
  const before = words.slice(Math.max(0, at - 2), at)
  return manners.find((manner) => before === manner)
}

/** 《…》、《…》同时废止: the text takes away what it names. */
const isRepealed = (words: string, end: number) =>
  /^[^。；;]{0,400}?废止/.test(words.slice(end)) &&
  /同时|即行|予以|一并|相应|自行|》(?:（[^）]*）)?废止/.test(words.slice(end))

type Cited = Pick<Citation, 'form' | 'title'> & Partial<Pick<Citation, 'number' | 'version' | 'relative'>>

/** Adds the citations of one document: its provisions named from `from` on, or the document as a whole. Gives the place behind. */
function add(
  reading: Reading,
  passage: number,
  cited: Cited,
  { start, end, context, whole = true }: { start: number; end: number; context?: Address; whole?: boolean },
): number {
  const { words } = reading.passages[passage]!
  const gap = /^(?:的|中|中的)?\s*(?=第)/.exec(words.slice(end))
  const addresses = gap ? addressesAt(words, end + gap[0].length, context) : []
  const repeals = cited.form === 'title' && isRepealed(words, end)
  const manner = repeals ? '废止' : (mannerOf(words, start) ?? mannerCarried(reading, passage, words, start))
  const make = (from: number, to: number, address: Address, until?: Address): Citation => ({
    ...cited,
    passage,
    start: from,
    end: to,
    quote: words.slice(from, to),
    address,
    ...(until && { until }),
    ...(manner && { manner }),
  })
  if (addresses.length === 0) {
    if (whole) reading.found.push(make(start, end, context ?? []))
  } else {
    for (const one of addresses)
      reading.found.push(make(one === addresses[0] ? start : one.start, one.end, one.address, one.until))
  }
  const last = addresses.at(-1)
  if (cited.title !== null || cited.number)
    reading.last = {
      title: cited.title,
      ...(cited.number && { number: cited.number }),
      ...(cited.version && { version: cited.version }),
      address: last?.until ?? last?.address ?? [],
    }
  return last?.end ?? end
}

/** 根据《甲》、《乙》和《丙》: what goes for the first goes for the list. */
function mannerCarried({ found }: Reading, passage: number, words: string, start: number): Manner | undefined {
  const before = found.at(-1)
  if (!before?.manner || before.passage !== passage || before.end > start) return undefined
  return /^(?:、|，|,|和|及|与|或者|或|以及|\s|等)*$/.test(words.slice(before.end, start)) ? before.manner : undefined
}

function define(reading: Reading, names: readonly string[], title: string) {
  for (const name of names) reading.short.set(name, title)
  if (names.length > 0) reading.shortNames = bareNames([...reading.short.keys()])
}

function readTitle(reading: Reading, passage: number, at: number): number {
  const { words } = reading.passages[passage]!
  const quoted = titleAt(words, at)
  if (!quoted) return at + 1
  const known = reading.short.get(nameKey(quoted.title))
  const title = known ?? quoted.title
  if (namesDocument(quoted.title)) define(reading, quoted.shortNames, title)
  const addressed = /^(?:的|中|中的)?\s*第[^，。；]{1,6}[条款章]/.test(words.slice(quoted.end))
  if (!namesDocument(quoted.title) && !known && !quoted.number && !addressed) return quoted.end
  const { number, version } = quoted
  return add(
    reading,
    passage,
    { form: known ? 'short' : 'title', title, ...(number && { number }), ...(version && { version }) },
    { start: at, end: quoted.end },
  )
}

function readName(reading: Reading, passage: number, at: number): number {
  const { words } = reading.passages[passage]!
  const skip = words.startsWith(commonPrefix, at) ? commonPrefix.length : 0
  const short = nameAt(reading.shortNames, words, at)
  const name = short ?? nameAt(reading.names, words, at + skip)
  if (!name) return at
  const end = at + (short ? 0 : skip) + name.length
  if (!isName(words, at, end)) return at
  const quoted = bracketsBehind(words, at, end)
  const title = (short && reading.short.get(short)) ?? words.slice(at, end)
  define(reading, quoted.shortNames, title)
  return add(
    reading,
    passage,
    { form: short ? 'short' : 'name', title, ...(quoted.version && { version: quoted.version }) },
    { start: at, end: quoted.end },
  )
}

/** （2018年修订） and （以下简称…） behind a name without 《》. */
function bracketsBehind(words: string, start: number, end: number) {
  const shown = titleAt(`《${words.slice(start, end)}》${words.slice(end)}`, 0)!
  return { ...shown, end: start + shown.end - 2 }
}

/** 专利法第五条, where no library knows 专利法: the words before that end in a genre. */
function readUnknownName(reading: Reading, passage: number, at: number, from: number): { start: number } | null {
  const { words } = reading.passages[passage]!
  const before = unnamedGenre.exec(words.slice(from, at))?.[0]
  if (!before) return null
  const state = before.lastIndexOf(commonPrefix)
  const name = state >= 0 ? before.slice(state) : before.replace(cutsName, '')
  if (notAName.test(name) || name.length < 2) return null
  return { start: at - name.length }
}

const genreOf = (words: string): string => words.replace(/^(?:同|该|上述|前述)/, '')

/** The document that 同法 or 该办法 names: the one cited last, if it is of that genre. */
function antecedent({ last }: Reading, words: string): Reading['last'] {
  if (!last) return null
  if (last.title === null) return last
  const genre = genreOf(words)
  const key = nameKey(last.title).replace(/\([^()]*\)$/, '')
  return key.endsWith(genre) || (genre === '法' && key.endsWith('法典')) ? last : null
}

function readSame(reading: Reading, passage: number, at: number, words: string): number {
  const meant = antecedent(reading, words)
  const form: CitationForm = words.startsWith('同') ? 'same' : 'that'
  const { number, version } = meant ?? {}
  return add(
    reading,
    passage,
    { form, title: meant?.title ?? null, ...(number && { number }), ...(version && { version }) },
    // Without a document before it 该办法 is a word like another; with a provision behind it, it is a citation not resolved.
    { start: at, end: at + words.length, whole: meant !== null },
  )
}

function readRelative(reading: Reading, passage: number, at: number, words: string): number {
  const before = reading.found.at(-1)
  // 《行政处罚法》第三十条第一款…同条第二款: the article cited last in the same passage.
  if (/^[同该]/.test(words)) {
    if (before?.passage !== passage || before.address.length === 0) return at + words.length
    const level = { 条: 'article', 款: 'paragraph', 项: 'subparagraph' }[words[1]!]
    const depth = before.address.findIndex(({ kind }) => kind === level)
    if (depth < 0) return at + words.length
    const { form, title, number, version, relative: stands } = before
    return add(
      reading,
      passage,
      { form, title, ...(number && { number }), ...(version && { version }), ...(stands && { relative: stands }) },
      { start: at, end: at + words.length, context: before.address.slice(0, depth + 1) },
    )
  }
  return add(
    reading,
    passage,
    { form: 'relative', title: null, relative: words },
    { start: at, end: at + words.length },
  )
}

function match(pattern: RegExp, words: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(words)?.[0] ?? null
}

/** 根本目的, 基本条款, 合同法: the word began before. */
const wordEndsBefore = /(?:[根基资成样版原日课剧脚书副文]|(?<!符)合|相|不|如|共)$/

/** 在刑法第二百九十一条后增加一条，作为: what follows is a number in the text that is amended, not in this one. */
const isGivenNumber = /(?:增加|改为|合并|单列|移作)[^。；：“”]{0,40}作为(?:第[^，。；：“”]{1,24}[、和至])*$/

/** The number belongs to the document cited last; without one it is no citation. */
function readGivenNumber(reading: Reading, passage: number, at: number): number {
  const { last } = reading
  if (!last) return addressesAt(reading.passages[passage]!.words, at).at(-1)?.end ?? at
  const { title, number, version } = last
  const before = reading.found.at(-1)
  const form: CitationForm = before?.passage === passage && before.title === title ? before.form : 'same'
  return add(
    reading,
    passage,
    { form, title, ...(number && { number }), ...(version && { version }) },
    { start: at, end: at, whole: false },
  )
}

/** Reads what begins at a place: gives the place behind it, or the same place when nothing does. `from` is where the last reading ended. */
function readAt(reading: Reading, passage: number, at: number, from: number): number {
  const { words } = reading.passages[passage]!
  const first = words[at]!
  if (first === '《') return readTitle(reading, passage, at)
  if (first === '本') {
    const self = match(own, words, at)
    if (self)
      return add(reading, passage, { form: 'own', title: null }, { start: at, end: at + self.length, whole: false })
  }
  if ('本前上同该'.includes(first) && !wordEndsBefore.test(words.slice(0, at))) {
    const near = match(relative, words, at)
    if (near) return readRelative(reading, passage, at, near)
  }
  if ('同该上前'.includes(first) && !(first === '同' && wordEndsBefore.test(words.slice(0, at)))) {
    const named = match(same, words, at)
    if (named) return readSame(reading, passage, at, named)
  }
  if (first === '第' && isGivenNumber.test(words.slice(0, at))) {
    const end = readGivenNumber(reading, passage, at)
    if (end > at) return end
  }
  if (first === '第' && addressesAt(words, at).length > 0) {
    const unknown = readUnknownName(reading, passage, at, from)
    if (!unknown) return add(reading, passage, { form: 'own', title: null }, { start: at, end: at, whole: false })
    return add(
      reading,
      passage,
      { form: 'name', title: words.slice(unknown.start, at) },
      { start: unknown.start, end: at, whole: false },
    )
  }
  return readName(reading, passage, at)
}

/** Numbers that stand for a document by themselves: 按照国办发〔2018〕37号执行. Those beside a title belong to it. */
function readNumbers(reading: Reading, passage: number) {
  const { words } = reading.passages[passage]!
  if (!words.includes('号')) return
  for (const { 0: quote, index } of words.matchAll(documentNumber)) {
    const end = index + quote.length
    const taken = reading.found.some((one) => one.passage === passage && one.start < end && one.end > index)
    const beside =
      /^(?:公布|发布|颁布|印发)?(?:的)?《/.test(words.slice(end)) ||
      /》\s*(?:[（(][^（()）》]{0,30}|[^，。；》\s年]{0,8})$/.test(words.slice(0, index))
    if (taken || beside) continue
    const issued = quote.replace(cutsNumber, '')
    const start = end - issued.length
    const manner = mannerOf(words, start)
    reading.found.push({
      form: 'number',
      passage,
      start,
      end,
      quote: issued,
      title: null,
      number: issued,
      address: [],
      ...(manner && { manner }),
    })
  }
}
const cutsNumber =
  /^.*(?:根据|依据|依照|按照|参照|执行|落实|贯彻|以|由|的|和(?!国)|与|及|为|按|经|见|日)(?=[\u4e00-\u9fff]{1,12}(?:[〔［[【(（]|令))/

function readPassage(reading: Reading, passage: number) {
  const { words } = reading.passages[passage]!
  let from = 0
  for (let at = 0; at < words.length; ) {
    const end = readAt(reading, passage, at, from)
    if (end > at) from = end
    at = Math.max(end, at + 1)
  }
  readNumbers(reading, passage)
}

/** Every citation of the passages, in their order. */
export function citationsInPassages(passages: readonly Passage[], { names }: FindOptions = {}): Citation[] {
  const reading: Reading = {
    passages,
    names: names ?? new Map(),
    short: new Map(),
    shortNames: new Map(),
    last: null,
    found: [],
  }
  for (let passage = 0; passage < passages.length; passage++) readPassage(reading, passage)
  return reading.found.sort((one, other) => one.passage - other.passage || one.start - other.start)
}

/** The title says what the text is, the note where it comes from; neither relies on what it names. */
const notCiting = new Set(['title', 'note', 'contents', 'signature', 'date'])

/** The passages of a text: the lines of its provisions, headings and titles left out. */
export function passagesOf(text: LegalText, lineOf?: (id: ProvisionId, line: number) => number | null): Passage[] {
  return place(text).flatMap(({ provision }) =>
    notCiting.has(provision.kind) || provision.text === ''
      ? []
      : provision.text.split('\n').map((words, line) => ({
          words,
          provisionId: provision.id,
          line: lineOf?.(provision.id, line) ?? null,
        })),
  )
}

/** Names of a library that can stand without 《》. */
export const namesForFinding = (names: Iterable<string>): BareNames => bareNames([...names].filter(canStandBare))

/** Every citation of a text or of lines, in their order; the same input gives the same list. */
export function citationsIn(source: LegalText | string | readonly string[], options: FindOptions = {}): Citation[] {
  if (typeof source === 'object' && 'children' in source) return citationsInPassages(passagesOf(source), options)
  const lines = typeof source === 'string' ? source.split('\n') : source
  return citationsInPassages(
    lines.map((words, at) => ({ words, provisionId: null, line: at + 1 })),
    options,
  )
}
