import type { ProvisionKind } from './model.ts'
import { numeralCharacters, toNumber } from './numeral.ts'

/** One step as written: 第十条, 第（三）项. `start` to `end` is all of it, `from` to `to` its numeral alone. */
export type WrittenStep = {
  kind: ProvisionKind
  number: number
  after: number
  start: number
  end: number
  from: number
  to: number
}

/** 本条, 前款, 前两项, 同条: `count` is how many provisions 前 reaches back over. */
export type RelativeWord = { of: 'own' | 'before' | 'same'; kind: ProvisionKind; count: number }

/**
 * Words that name provisions by number or from where they stand, whatever document they belong to. In a short list
 * (第一、三项; 第五至八条) each number is a reference of its own: `steps` repeats the steps before it, `start` to
 * `end` is its own part of the words.
 */
export type ReferenceWords = {
  start: number
  end: number
  relative: RelativeWord | null
  steps: WrittenStep[]
  /** Its place in a short list; `through` when it ends a range there. */
  short: 'first' | 'next' | 'through' | null
}

const kinds: Record<string, ProvisionKind> = {
  编: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'subparagraph',
  目: 'item',
}
/** From the outside in. Of an outline only its first level has words of its own; what is below is called 项 and 目. */
const order: readonly ProvisionKind[] = ['annex', 'point1', ...Object.values(kinds)]
const unit = '分编|编|章|节|条(?!约|码)|款(?!项)|项(?!目)|目(?!标|录|的)'
const ordinal = `[（(]?[${numeralCharacters}]+[)）]?`
const chinese = '[一二三四五六七八九十]+'
const step = new RegExp(`第(${ordinal})(${unit})(?:之(${chinese})(?![${numeralCharacters}般种类]))?`, 'y')
const shortList = new RegExp(`第(${ordinal})((?:(?:、|，|,|和|及|或|至|到)第?${ordinal})+)(${unit})`, 'y')
const annexNumeral = `(?:[${numeralCharacters}]+|[（(][${numeralCharacters}]+[)）])`
const annexList = new RegExp(
  `附件(${annexNumeral})((?:(?:、|，|,|和|及|或|至|到|-|—|~)${annexNumeral}(?![${numeralCharacters}.．年月日个条款项件]))*)(?![.．分般])`,
  'y',
)
const shortNumber = new RegExp(`(、|，|,|和|及|或|至|到)第?(${ordinal})`, 'g')

/** 本条前两款 is one reference. 资本项下, 基本条件, 以前款项, 本条例 and 合同条款 are words of their own. */
const relative = new RegExp(
  [
    '(?<own>(?<![资成基根样版文副标书日课原])本(?<ownUnit>条(?![例约件款]|前(?:[一二两三四五六七八九十]|[0-9]{1,2})?[款项])|款(?!项)|项(?![目下])|目(?![的录标])|章(?!程)|节(?![目约能日])|编(?![制码号]))',
    ')|(?<before>(?:(?<![资成基根样版文副标书日课原])本条(?=前))?(?<![提以目之生日先此])(?:前|(?<![以之])上(?=[一两二三条款]))(?<count>[一二两三四五六七八九十]|[0-9]{1,2})?(?<beforeUnit>条(?![例约件款])|款(?!项)|项(?!目)|目(?![的录标])|章(?!程)|节(?![目约])))',
    '|(?<same>(?<![合相如等共])[同该](?<sameUnit>条(?![例约件款])|(?:款|项)(?=第|规定|所|的)))',
  ].join(''),
  'y',
)

/** 本意见第二部分, 本通知第三点: only behind the name of the text itself these words name a point. */
const part = new RegExp(`第(${ordinal})(?:部分|点)(?!之)`, 'y')
/** Kinds of documents that are written in an outline. 本法 in one stands in words that it quotes or amends. */
export const outlineName =
  /本[\u4e00-\u9fff]{0,8}?(?:通知|意见|方案|决定|公告|通告|要点|规划|纲要|措施|安排)(?:的|中|中的)?\s*$/
const listedParts = new RegExp(`(?:第${ordinal}(?:部分|点)(?:、|和|及|与|至))+$`)
const outlineReach = 30

function partAt(words: string, at: number): WrittenStep | null {
  part.lastIndex = at
  const found = part.exec(words)
  const number = found && toNumber(inner(found[1]!))
  const before = words.slice(Math.max(0, at - outlineReach), at).replace(listedParts, '')
  if (!found || number === null || !outlineName.test(before)) return null
  return { kind: 'point1', number, after: 0, start: at, end: at + found[0].length, ...bare(found[1]!, at + 1) }
}

const annexNumber = new RegExp(`(、|，|,|和|及|或|至|到|-|—|~)(${annexNumeral})`, 'g')

const inner = (words: string) => words.replace(/[（()）]/g, '')
const bare = (words: string, start: number): { from: number; to: number } => {
  const opened = /^[（(]/.test(words) ? 1 : 0
  return { from: start + opened, to: start + words.length - (/[)）]$/.test(words) ? 1 : 0) }
}

const isBelow = (kind: ProvisionKind, above: WrittenStep | undefined) =>
  above === undefined || order.indexOf(kind) > order.indexOf(above.kind)

function stepAt(words: string, at: number, above: WrittenStep | undefined): WrittenStep | null {
  step.lastIndex = at
  const found = step.exec(words)
  const number = found && toNumber(inner(found[1]!))
  if (!found || number === null) return null
  const kind = kinds[found[2]!]!
  if (!isBelow(kind, above)) return null
  const after = kind === 'article' && found[3] ? (toNumber(found[3]) ?? 0) : 0
  const end = at + found[0].length - (found[3] && !after ? found[3].length + 1 : 0)
  return { kind, number, after, start: at, end, ...bare(found[1]!, at + 1) }
}

type ListedStep = { step: WrittenStep; through: boolean }

function shortListAt(words: string, at: number, above: WrittenStep | undefined): ListedStep[] {
  shortList.lastIndex = at
  const found = shortList.exec(words)
  if (!found) return []
  const [whole, first = '', more = '', word = ''] = found
  const kind = kinds[word]!
  if (!isBelow(kind, above)) return []
  const behind = at + 1 + first.length
  const written = [
    { numeral: first, start: at, end: behind, through: false },
    ...[...more.matchAll(shortNumber)].map(({ 0: { length }, 1: mark, 2: numeral = '', index }) => {
      const end = behind + index + length
      return { numeral, start: end - numeral.length, end, through: mark === '至' || mark === '到' }
    }),
  ]
  return written.map(({ numeral, start, end, through }, index) => ({
    through,
    step: {
      kind,
      number: toNumber(inner(numeral)) ?? 0,
      after: 0,
      start,
      end: index === written.length - 1 ? at + whole.length : end,
      ...bare(numeral, end - numeral.length),
    },
  }))
}

/** 附件1, 附件二第三条, 附件1、2, 附件1至3: the annexes of this text, and provisions within one. */
function annexesAt(words: string, at: number): ReferenceWords[] {
  annexList.lastIndex = at
  const found = annexList.exec(words)
  if (!found || toNumber(inner(found[1]!)) === null) return []
  const [, first = '', more = ''] = found
  const behind = at + '附件'.length + first.length
  const stepOf = (numeral: string, start: number, end: number): WrittenStep => ({
    kind: 'annex',
    number: toNumber(inner(numeral)) ?? 0,
    after: 0,
    start,
    end,
    ...bare(numeral, end - numeral.length),
  })
  if (more === '') {
    const steps = [stepOf(first, at, behind)]
    const end = addSteps(words, behind, steps)
    return [{ start: at, end, relative: null, steps, short: null }]
  }
  const rest = [...more.matchAll(annexNumber)].map(({ 0: { length }, 1: mark = '', 2: numeral = '', index }) => {
    const end = behind + index + length
    const step = stepOf(numeral, end - numeral.length, end)
    return { step, short: /[至到\-—~]/.test(mark) ? ('through' as const) : ('next' as const) }
  })
  return [{ step: stepOf(first, at, behind), short: 'first' as const }, ...rest].map(({ step, short }) => ({
    start: step.start,
    end: step.end,
    relative: null,
    steps: [step],
    short,
  }))
}

/** Reads the steps that follow, each below the one before; gives the place behind them. */
function addSteps(words: string, at: number, steps: WrittenStep[]): number {
  let end = at
  for (let next = stepAt(words, end, steps.at(-1)); next; next = stepAt(words, end, steps.at(-1))) {
    steps.push(next)
    end = next.end
  }
  return end
}

function relativeAt(words: string, at: number): { relative: RelativeWord; end: number } | null {
  relative.lastIndex = at
  const groups = relative.exec(words)?.groups
  if (!groups) return null
  const end = relative.lastIndex
  if (groups.own) return { relative: { of: 'own', kind: kinds[groups.ownUnit!]!, count: 0 }, end }
  if (groups.same) return { relative: { of: 'same', kind: kinds[groups.sameUnit!]!, count: 0 }, end }
  const count = groups.count ? (toNumber(groups.count) ?? 1) : 1
  return { relative: { of: 'before', kind: kinds[groups.beforeUnit!]!, count }, end }
}

function referencesAt(words: string, at: number): ReferenceWords[] {
  if (words[at] === '附') return annexesAt(words, at)
  const near = words[at] === '第' ? null : relativeAt(words, at)
  const named = near ? null : partAt(words, at)
  const steps: WrittenStep[] = named ? [named] : []
  let end = named?.end ?? near?.end ?? at
  if (near) {
    const { kind } = near.relative
    const first = stepAt(words, end, undefined)
    if (first && order.indexOf(first.kind) > order.indexOf(kind)) {
      steps.push(first)
      end = first.end
    }
  }
  if (!near || steps.length) end = addSteps(words, end, steps)
  const list = shortListAt(words, end, steps.at(-1))
  if (list.length > 1)
    return list.map(({ step, through }, index) => ({
      start: index ? step.start : at,
      end: step.end,
      relative: near?.relative ?? null,
      steps: [...steps, step],
      short: index === 0 ? 'first' : through ? 'through' : 'next',
    }))
  return near || steps.length ? [{ start: at, end, relative: near?.relative ?? null, steps, short: null }] : []
}

/** Behind the name in 《 》 that begins here, names nested in it included; the place itself when it is never closed. */
function behindTitle(words: string, start: number): number {
  let depth = 0
  for (let at = start; at < words.length && words[at] !== '\n'; at++) {
    if (words[at] === '《') depth++
    if (words[at] === '》' && --depth === 0) return at + 1
  }
  return start + 1
}

const begins = /[第本前上同该附《]/g

/** All words of a text that name provisions, in their order. What stands in 《 》 is part of a name. */
export function referenceWords(words: string): ReferenceWords[] {
  const found: ReferenceWords[] = []
  begins.lastIndex = 0
  for (let hit = begins.exec(words); hit; hit = begins.exec(words)) {
    const at = hit.index
    if (hit[0] === '《') begins.lastIndex = behindTitle(words, at)
    else {
      const here = referencesAt(words, at)
      found.push(...here)
      if (here.length) begins.lastIndex = here.at(-1)!.end
    }
  }
  return found
}
