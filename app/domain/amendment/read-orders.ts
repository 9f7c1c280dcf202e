import { type Address, citedKinds } from '../text/address.ts'
import type { ProvisionKind } from '../text/model.ts'
import { toNumber } from '../text/numeral.ts'
import type { Operation, Placed, Range, Target, Wording } from './instruction.ts'
import { addressListPattern, addressPattern, readAddresses, targetAt } from './read-addresses.ts'
import {
  address,
  addresses,
  becomes,
  colon,
  comma,
  type Context,
  ends,
  exceptions,
  type Groups,
  list,
  n,
  places,
  q,
  type Reading,
  type Rule,
  rule,
  take,
  wording,
  type WordingOf,
} from './read-grammar.ts'
import { tableRules } from './read-tables.ts'
import { readPlaces } from './read-places.ts'
import { isMark } from './read-quotations.ts'
import { partWording } from './read-wording.ts'

const kinds: Record<string, ProvisionKind> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  段: 'paragraph',
  项: 'subparagraph',
  目: 'item',
  附件: 'annex',
  部分: 'point1',
  自然段: 'paragraph',
  点: 'item',
  附件说明: 'attachment-list',
}

const kindOf = (address: Address) => address.at(-1)!.kind
const outer = citedKinds.indexOf('article')
const depth: readonly ProvisionKind[] = ['annex', ...citedKinds.slice(0, outer), 'point1', ...citedKinds.slice(outer)]
const above = (address: Address, kind: ProvisionKind) =>
  address.filter((step) => depth.indexOf(step.kind) < depth.indexOf(kind))
const articleOf = (address: Address) => above(address, 'paragraph')

/** The context as the new text numbers it. */
function renumbered({ old, renamed }: Context): Address {
  if (!renamed) return old
  return [...renamed, ...old.slice(articleOf(old).length)]
}

const newAddresses = (words: string | undefined, context: Context) =>
  words ? readAddresses(words, renumbered(context)) : []

function placed(kind: ProvisionKind, as: Address[], count: number, wording: Wording): Placed[] | null {
  const parts = partWording(wording, kind, count)
  return parts?.map((part, index) => ({ as: as[index] ?? null, wording: part })) ?? null
}

const pairUp = (from: Wording[], to: Wording[], apart: boolean) => {
  const words = (wording: Wording) => wording.join('\n')
  if (from.length === to.length) return from.map((one, index) => ({ from: words(one), to: words(to[index]!) }))
  if (to.length === 1 && apart) return from.map((one) => ({ from: words(one), to: words(to[0]!) }))
  return apart ? null : [{ from: from.map(words).join(''), to: to.map(words).join('') }]
}

const whole: Target = { address: [], part: 'whole' }
const inContext = ({ old }: Context): Target[] => [old.length ? targetAt(old) : whole]

/** Where words are changed: the places named, or those that the words before spoke of. */
const placesOf = (words: string | undefined, context: Context): Target[] | null =>
  words ? readPlaces(words, context.old) : inContext(context)

const following = (targets: Target[] | Address[] | null): Partial<Context> => {
  const last = targets?.at(-1)
  if (!last) return {}
  const old = Array.isArray(last) ? last : last.address
  return old.length ? { old } : {}
}

/** Words below another article than the one spoken of leave its new number behind. */
function goOn(context: Context, next: Partial<Context>): Partial<Context> {
  if (!next.old || next.renamed !== undefined) return next
  const same = JSON.stringify(articleOf(next.old)) === JSON.stringify(articleOf(context.old))
  return { ...next, renamed: same ? context.renamed : null }
}

function rangeOf(from: string, to: string | undefined): Range | null {
  const [first, last] = [readAddresses(from)?.[0], readAddresses(to ?? from)?.[0]]
  return first && last ? { from: first, to: last } : null
}

const marksOf = (words: string, wordingOf: WordingOf) => [...words].filter(isMark).map(wordingOf)

const rules: Rule[] = [
  ...tableRules,
  rule(
    `${take}(?:《[^》]*》)?的?(?:其他|其余|其后|以下|有关|相关)?(?:条文|条款|章节|条|款|项)?的?(?:编号|顺序|序号)(?:和[^，。]{0,12})?${becomes}(?:作了?|予以|进行)?${becomes}(?:的)?(?:调整|顺延|修改)(?:[：:]${q}调整为${q}(?:[，,]${q}调整为${q})*)?`,
    ({ all }, _, wordingOf) => {
      const words = marksOf(all!, wordingOf).map((wording) => readAddresses(wording.join('')))
      if (words.includes(null)) return null
      const addresses = words.map((found) => found![0]!)
      const [from, to] = [0, 1].map((odd) => addresses.filter((_, index) => index % 2 === odd))
      const order: Operation = from!.length ? { op: 'renumber', from: from!, to: to! } : { op: 'renumber-rest' }
      return { operations: /文字|标点|表述/.test(all!) ? [order, { op: 'unspecified' }] : [order] }
    },
  ),
  rule(
    '(?![^。；]*[以如]下)(?:对)?(?:本?[\\u4e00-\\u9fff]{0,12}的?)?(?:一些|个别|部分|有关|相关)(?:条文的?)?(?:文字|标点|表述)[^。；]{0,24}(?:修改|调整)',
    () => ({
      operations: [{ op: 'unspecified' }],
    }),
  ),
  // 在第四条中增加一款作为第二款，将该条修改为: the whole article follows.
  rule(
    `在${address('where')}中增加${n}[款项]${comma}作为${addressListPattern}${comma}将该[条款]修改为${colon}${wording}`,
    ({ where, wording }, context, wordingOf) => {
      const target = readAddresses(where!, context.old)?.[0]
      if (!target) return null
      const operation: Operation = {
        op: 'replace',
        targets: [{ address: target }],
        as: [],
        wording: wordingOf(wording!),
      }
      return { operations: [operation], context: { old: target, renamed: null } }
    },
  ),
  // 增加一章，作为第三章“甲”，包括第五条至第九条
  rule(
    `(?:在${address('under')}中)?增加一(?<kind>编|章|节)${comma}作为${address('as')}(?<name>${q}(?:\\n?${q})*)${comma}包括${address('from')}(?:至${address('to')})?${ends}`,
    ({ under, kind, as, name, from, to }, _, wordingOf) => {
      const [number, parent, holds] = [
        readAddresses(as!)?.[0],
        under ? readAddresses(under)?.[0] : [],
        rangeOf(from!, to),
      ]
      if (!number || !parent || !holds) return null
      const provisions = [{ as: number, wording: wordingOf(name!) }]
      return { operations: [{ op: 'insert', kind: kinds[kind!]!, under: parent, after: null, provisions, holds }] }
    },
  ),
  rule(
    `${take}${address('division')}调整为由${address('from')}(?:至${address('to')})?组成`,
    ({ division, from, to }) => {
      const [old, holds] = [readAddresses(division!)?.[0], rangeOf(from!, to)]
      return old && holds ? { operations: [{ op: 'regroup', division: old, holds }] } : null
    },
  ),
  rule(`删[去除]${addresses('from')}的?[编章节]名${ends}`, ({ from }) => {
    const targets = readAddresses(from!)
    return (
      targets && {
        operations: [{ op: 'delete', targets: targets.map((address) => ({ address, part: 'heading' as const })) }],
      }
    )
  }),
  // 增加一章，作为第七章“公布”；增加三条，分别作为第四十九条至第五十一条。内容如下：
  rule(
    `(?:在)?(?:${address('under')}(?:${q})?中?)?增加一(?<kind>章|节)${comma}作为${address('as')}(?:${q})?[；;，,](?:增加${n}条${comma}(?:分别)?作为${addressListPattern}[。，,；;])?(?:内容如下)?${colon}${wording}`,
    ({ under, kind, as, wording }, _, wordingOf) => {
      const [to] = readAddresses(as!) ?? []
      const parent = under ? readAddresses(under)?.[0] : []
      if (!to || !parent) return null
      const provisions = [{ as: to, wording: wordingOf(wording!) }]
      return { operations: [{ op: 'insert', kind: kinds[kind!]!, under: parent, after: null, provisions }] }
    },
  ),
  rule(`${take}${address('from')}并入${address('into')}`, ({ from, into }) => {
    const both = [readAddresses(into!)?.[0], readAddresses(from!)?.[0]]
    if (!both[0] || !both[1]) return null
    return {
      operations: [{ op: 'merge', from: [both[0], both[1]], as: null, wording: null }],
      context: { old: [], renamed: null },
    }
  }),
  rule(
    `${take}${addresses('from')}合并(?:为一[条款项])?(?:${comma}(?:作为|为)${address('as')})?(?:${comma}(?:并)?(?:修改为)?${colon}${wording})?`,
    ({ from, as, wording }, context, wordingOf) => {
      const parts = readAddresses(from!, context.old)
      const to = newAddresses(as, context)
      if (!parts || !to) return null
      return {
        operations: [{ op: 'merge', from: parts, as: to[0] ?? null, wording: wording ? wordingOf(wording) : null }],
        context: { old: parts[0]!, renamed: to[0] ?? null },
      }
    },
  ),
  // 改为两条，第一款作为第三十八条: the parts follow one by one.
  rule(
    `${take}${address('from')}(?:改为|分为|拆分为|分成)(?<count>${n})[条款项](?=[，,]第${n}款(?:作为|修改后))`,
    ({ from }, context) => {
      const parts = readAddresses(from!, context.old)
      return parts && { operations: [], context: goOn(context, following(parts)) }
    },
  ),
  rule(
    `${take}(?:${address('from')})?(?:改为|分为|拆分为|分成)(?<count>${n}|两)(?<kind>[条款项])(?:${comma}(?:分别)?作为${addresses('as')})?(?:${comma}(?:分别)?修改为${colon}${wording})`,
    ({ from, count, kind, as, wording }, context, wordingOf) => {
      const whole = from ? readAddresses(from, context.old)?.[0] : context.old
      const to = newAddresses(as, context)
      if (!whole?.length || !to) return null
      const into = kinds[kind!]!
      if (into === 'paragraph' && kindOf(whole) === 'article') {
        const as = context.renamed && !from ? [context.renamed] : []
        const operation: Operation = { op: 'replace', targets: [{ address: whole }], as, wording: wordingOf(wording!) }
        return { operations: [operation], context: goOn(context, { old: whole }) }
      }
      const provisions = placed(into, to, toNumber(count!) ?? 0, wordingOf(wording!))
      return (
        provisions && { operations: [{ op: 'split', from: whole, provisions }], context: goOn(context, { old: whole }) }
      )
    },
  ),
  rule(
    `${take}${addresses('from')}(?:单列(?:为|作为)?一[条款项]${comma}作为|移作|移至|移到|移入)(?:为)?${address('to')}(?:${comma}(?:并)?修改为${colon}${wording})?`,
    ({ from, to, wording }, context, wordingOf) => {
      const parts = readAddresses(from!, context.old)
      const goal = readAddresses(to!, renumbered(context))?.[0]
      return parts && goal
        ? {
            operations: movesTo(parts, goal, wording ? wordingOf(wording) : null),
            context: goOn(context, { old: parts[0]! }),
          }
        : null
    },
  ),
  rule(
    `${take}${addresses('from')}${becomes}(?:改为|作为|调整为|变更为|修改为|顺延为|改作)${becomes}${addresses('to')}(?:(?:[，,](?:并)?修改为${colon}|[：:])${wording}|${ends})`,
    readRenumbering,
  ),
  rule(
    `(?:在)?(?:${address('where')}(?:${q})?(?<side>之?后面?|之后|之前)?(?:之?中)?)?增加(?:规定)?(?<count>${n})?个?(?<kind>条|款|项|章|节|目|部分|自然段|段|点|附件说明|附件)(?:${comma}(?:分别)?作为${addresses('as')})?(?:${comma}将${address('moved')}修改后作为本条${addressPattern})?(?:[，,]?(?:规定|内容为))?[，,]?${colon}${wording}`,
    readInsertion,
  ),
  rule(
    `${take}${places}?(?:第${n}句|后${n}句)?(?:中|里)?(?:规定)?的?${colon}(?:其中的?)?${list('from')}${comma}${becomes}(?:修改为|改为|替换为|调整为)${colon}${list('to')}${exceptions}`,
    readWords,
  ),
  rule(
    `(?:其中的?)${list('from')}${comma}${becomes}(?:修改为|改为|替换为)${colon}${list('to')}${exceptions}`,
    readWords,
  ),
  rule(
    `(?:并)?${take}${places}?(?:中|规定|末尾|最后)*的?${list('from')}${becomes}删[去除]${exceptions}`,
    readDeletedWords,
  ),
  rule(`删[去除](?:${places})?(?:其中|中|规定|末尾|最后)*的?${list('from')}${exceptions}`, readDeletedWords),
  rule(`[和及、]${places}(?:中|规定|末尾|最后)*的?${list('from')}${ends}`, (groups, context, wordingOf) =>
    context.last?.op === 'replace-words' && context.last.pairs.every(({ to }) => !to)
      ? readDeletedWords(groups, context, wordingOf)
      : null,
  ),
  rule(
    `删[去除]${addresses('from')}${ends}|${take}${addresses('from2')}${becomes}(?:予以)?删[去除]${ends}`,
    ({ from, from2 }, context) => {
      const targets = readAddresses((from ?? from2)!, context.old)
      return (
        targets && {
          operations: [{ op: 'delete', targets: targets.map(targetAt) }],
          context: goOn(context, following(targets)),
        }
      )
    },
  ),
  rule(
    `(?:在|将)?${places}?中?的?(?<anchor>${q})之?(?<side>后|前)面?增(?:加|写)(?:一句|规定)?${comma}(?:内容为)?${colon}(?<words>${q})`,
    readAddedWords,
  ),
  rule(
    `(?:在)?${places}?的?(?:中)?(?<end>最后|末尾|结尾|句末|开始部分|开头|句首)(?:部分)?增(?:加|写)(?:一句|规定)?${comma}(?:内容为)?${colon}(?<words>${q})`,
    readAddedWords,
  ),
  rule(`(?:宪法)?${address('where')}增加规定${colon}(?<words>${q})`, readAddedWords),
  // 章名“甲”修改为“乙” is read above; 章名修改为“乙” and all provisions here.
  rule(`${take}${places}?${becomes}(?:改为|修改为|调整为)${colon}${wording}`, readReplacement),
  rule(`这一?(?:自然段|[条款项])(?:相应地?)?修改为${colon}${wording}`, readReplacement),
]

/** Several 款 that become one article follow one another in it; its new wording stands for all of them. */
function movesTo([first, ...others]: Address[], to: Address, wording: Wording | null): Operation[] {
  const head: Operation = { op: 'move', from: first!, to, wording }
  if (!others.length) return [head]
  if (wording) return [head, { op: 'delete', targets: others.map(targetAt) }]
  const next = (at: number): Address =>
    kindOf(to) === 'article'
      ? [...to, { kind: 'paragraph', number: at + 2 }]
      : [...to.slice(0, -1), { ...to.at(-1)!, number: to.at(-1)!.number + at + 1 }]
  return [head, ...others.map((from, at): Operation => ({ op: 'move', from, to: next(at), wording: null }))]
}

function readRenumbering({ from, to, wording }: Groups, context: Context, wordingOf: WordingOf): Reading | null {
  const old = readAddresses(from!, context.old)
  if (!old) return null
  const target = readAddresses(to!, renumbered({ ...context, ...goOn(context, { old: old[0]! }) }))
  if (!target) return null
  const words = wording ? wordingOf(wording) : null
  const next = { old: old.at(-1)!, ...(kindOf(target.at(-1)!) === 'article' ? { renamed: target.at(-1)! } : {}) }
  const goesOn = goOn(context, next)
  if (old.length > 1 && target.length === 1 && words)
    return { operations: [{ op: 'merge', from: old, as: target[0]!, wording: words }], context: goesOn }
  if (old.length !== target.length) return null
  if (old.some((one, index) => kindOf(one) !== kindOf(target[index]!) || !sameParent(one, target[index]!, context)))
    return {
      operations: old.map((one, index) => ({ op: 'move', from: one, to: target[index]!, wording: words })),
      context: goesOn,
    }
  if (words)
    return {
      operations: [{ op: 'replace', targets: old.map((one) => ({ address: one })), as: target, wording: words }],
      context: goesOn,
    }
  return { operations: [{ op: 'renumber', from: old, to: target }], context: goesOn }
}

/** A 款 that stays in its article is renumbered, one that leaves it is moved. */
function sameParent(old: Address, target: Address, context: Context): boolean {
  if (kindOf(old) === 'article') return true
  const parent = old.slice(0, -1)
  const expected = JSON.stringify(renumbered({ ...context, ...goOn(context, { old: parent }) }))
  return (
    JSON.stringify(target.slice(0, -1)) === expected || JSON.stringify(target.slice(0, -1)) === JSON.stringify(parent)
  )
}

function readInsertion(
  { where, side, count, kind, as, moved, wording }: Groups,
  context: Context,
  wordingOf: WordingOf,
): Reading | null {
  const into = kinds[kind!]!
  const place = where ? readAddresses(where, context.old)?.[0] : undefined
  if (where && !place) return null
  const old = place ?? context.old
  const next = goOn(context, { old })
  const to = newAddresses(as, { ...context, ...next, old: above(old, into) })
  if (!to) return null
  const words = wordingOf(wording!)
  if (moved) {
    const from = readAddresses(moved)?.[0]
    return from && to[0]
      ? { operations: [{ op: 'move', from, to: to[0], wording: words }], context: { old: [], renamed: null } }
      : null
  }
  const after = side && kindOf(old) === into && !side.includes('前') ? old : null
  const provisions = placed(into, to, to.length || (count ? (toNumber(count) ?? 1) : 1), words)
  const elsewhere = to[0] && into !== 'article' && !where && articleElsewhere(to[0], context)
  const under = elsewhere ? [] : into === 'article' ? above(place && !after ? place : [], into) : above(old, into)
  return (
    provisions && {
      operations: [{ op: 'insert', kind: into, under, after, provisions }],
      context: into === 'article' ? { old: [], renamed: null } : next,
    }
  )
}

const articleElsewhere = (to: Address, context: Context) => {
  const article = articleOf(to)
  return article.length > 0 && JSON.stringify(article) !== JSON.stringify(articleOf(renumbered(context)))
}

function readWords({ places, from, to, except }: Groups, context: Context, wordingOf: WordingOf): Reading | null {
  const targets = placesOf(places, context)
  const apart = /[\ue000-\uf8ff](?:[、，,和及]|以及)/.test(from!)
  const pairs = pairUp(marksOf(from!, wordingOf), marksOf(to!, wordingOf), apart)
  const excepted = except ? readPlaces(except, context.old) : []
  if (!targets || !pairs || !excepted) return null
  const heading = targets.length === 1 && targets[0]!.part === 'heading'
  return {
    operations: [{ op: 'replace-words', targets, pairs, except: excepted }],
    context: heading ? { old: [], renamed: null } : goOn(context, places ? following(targets) : {}),
  }
}

function readDeletedWords({ places, from, except }: Groups, context: Context, wordingOf: WordingOf): Reading | null {
  const targets = placesOf(places, context)
  const excepted = except ? readPlaces(except, context.old) : []
  if (!targets || !excepted) return null
  const pairs = marksOf(from!, wordingOf).map((wording) => ({ from: wording.join('\n'), to: '' }))
  return {
    operations: [{ op: 'replace-words', targets, pairs, except: excepted }],
    context: goOn(context, places ? following(targets) : {}),
  }
}

function readAddedWords(
  { places, where, anchor, side, end, words }: Groups,
  context: Context,
  wordingOf: WordingOf,
): Reading | null {
  const targets = placesOf(places ?? where, context)
  if (!targets) return null
  const before = side === '前' || /^(?:开|句首)/.test(end ?? '')
  return {
    operations: [
      {
        op: 'insert-words',
        targets,
        anchor: anchor ? wordingOf(anchor).join('\n') : '',
        side: before ? 'before' : 'after',
        words: wordingOf(words!).join('\n'),
      },
    ],
    context: goOn(context, places ? following(targets) : {}),
  }
}

function readReplacement({ places, wording }: Groups, context: Context, wordingOf: WordingOf): Reading | null {
  const targets = placesOf(places, context)
  if (!targets || targets.some(({ part }) => part === 'whole')) return null
  const renamed = places ? null : context.renamed
  return {
    operations: [{ op: 'replace', targets, as: renamed ? [renamed] : [], wording: wordingOf(wording!) }],
    context: goOn(context, following(targets)),
  }
}

export type Step = { operations: Operation[]; length: number; context: Context }

/** Reads the next operation of an order from a place in it; `null` where no form of the grammar fits. */
export function readStep(words: string, at: number, context: Context, wordingOf: WordingOf): Step | null {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at
    const found = pattern.exec(words)
    if (!found?.[0]) continue
    const reading = read({ ...found.groups, all: found[0] }, context, wordingOf)
    if (!reading) continue
    const last = reading.operations.at(-1) ?? context.last
    return {
      operations: reading.operations,
      length: found[0].length,
      context: { ...context, ...reading.context, last },
    }
  }
  return null
}
