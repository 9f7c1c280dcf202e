import type { Address } from '../text/address.ts'
import { alignProvisions } from '../text/align.ts'
import { fold } from '../text/fold.ts'
import type { NewId, Provision, ProvisionKind } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { below, isPoint, preambleOf } from './apply-places.ts'
import { readAnnexes, readArticleWording, readItems, readParagraphs, readPoints } from './apply-wording.ts'
import {
  all,
  claim,
  comesIn,
  isDivision,
  lastOf,
  one,
  pin,
  type Plan,
  settle,
  terminal,
  touchList,
  type Work,
} from './apply-work.ts'
import type { Part, Placed, Target, Wording } from './instruction.ts'

export function readProvisions(kind: ProvisionKind, wording: Wording, newId: NewId): Provision[] {
  if (kind === 'article') return [readArticleWording(wording, newId).provision]
  if (kind === 'subparagraph' || kind === 'item') return readItems(wording, kind, newId)
  if (isPoint({ kind })) return readPoints(wording, kind, newId)
  if (kind === 'annex') return readAnnexes(wording, newId)
  return readParagraphs(wording, newId)
}

const wordsOf = (provision: Provision) =>
  fold(
    below(provision)
      .map(({ text }) => text)
      .join(''),
  )

/** Puts new content into a provision that keeps its identity; what the wording holds beyond it is given back. */
function replaceContent(work: Work, no: number, old: Provision, wording: Wording): Provision[] {
  const live = work.live.get(old.id)!
  const [first, ...more] = readProvisions(old.kind, wording, work.newId)
  if (!first) return []
  const before = wordsOf(old)
  const end = terminal.exec(old.text)?.[0] ?? ''
  live.text =
    old.kind === 'subparagraph' && !first.children.length && !terminal.test(first.text) ? first.text + end : first.text
  live.children = first.children
  work.quoted.set(old.id, { no, words: wordsOf(live) })
  if (!more.length && wordsOf(live) === before) settle(work, no, 'already-done')
  inherit(work, old, live)
  return more
}

/** The provisions of new content take the ids of those they stand for. */
function inherit(work: Work, old: Provision, live: Provision) {
  const [before, after] = [old, live].map((one) =>
    place({ format: 1, children: [{ ...one, id: `${one.id} `, children: one.children }] }),
  )
  for (const [i, j] of alignProvisions(before!, after!)) {
    const [from, to] = [before![i]!.provision, after![j]!.provision]
    if (from.kind === to.kind && !from.id.endsWith(' ') && !to.id.endsWith(' ')) to.id = from.id
  }
  for (const { id } of below(live)) work.rewritten.add(id)
}

export const replace: Plan<'replace'> = (work, no, { targets, as, wording }) => {
  const found = all(work, no, targets)
  if (!found) return
  const parts = found.length === 1 ? [wording] : wording.map((line) => [line])
  if (parts.length !== found.length) return settle(work, no, 'ambiguous')
  for (const [index, old] of found.entries()) replaceOne(work, no, old, targets[index]!, parts[index]!, as[index])
}

function replaceOne(work: Work, no: number, old: Provision, { part }: Target, words: Wording, as: Address | undefined) {
  if (part === 'preamble') return replacePreamble(work, no, words)
  if (part) return replaceOwnWords(work, no, old, part, words)
  claim(work, no, old, 'content')
  const more = replaceContent(work, no, old, words)
  if (more.length) putBehind(work, old, more)
  pin(work, no, old, as)
  touchList(work, old)
}

const headingLabel =
  /^(?:第[^\s　]{1,6}[编章节][\s　]*|[零〇一二三四五六七八九十百]+、|[（(][零〇一二三四五六七八九十百]+[)）]|[0-9]+[.．、])/

/** A heading, title or lead: words of the provision itself, not of those below it. */
function replaceOwnWords(work: Work, no: number, old: Provision, part: Part, words: Wording) {
  claim(work, no, old, 'lead')
  if (part === 'heading') return replaceHeading(work, no, old, words)
  const text = words.join(part === 'attachments' ? '\n' : '')
  if (fold(text) === fold(old.text)) settle(work, no, 'already-done')
  work.live.get(old.id)!.text = text
  work.rewritten.add(old.id)
}

/** A heading that a source breaks goes on in the lines below it, which end in no mark; all of it is replaced. */
function replaceHeading(work: Work, no: number, old: Provision, [first = '', ...more]: Wording) {
  const live = work.live.get(old.id)!
  const end = live.children.findIndex(({ kind, text }) => kind !== 'paragraph' || /[。；：]$/.test(text))
  const broken = isDivision(old.kind) ? live.children.slice(0, Math.max(end, 0)) : []
  const text = old.kind === 'title' ? first : first.replace(headingLabel, '')
  const before = [live, ...broken].map((one) => fold(one.text))
  if (before.join('\n') === [text, ...more].map(fold).join('\n')) settle(work, no, 'already-done')
  for (const { id } of broken) work.gone.add(id)
  const lines = more.map((words) => ({ id: work.newId(), kind: 'paragraph' as const, text: words, children: [] }))
  live.text = text
  live.children = [...lines, ...live.children]
  work.rewritten.add(old.id)
}

function replacePreamble(work: Work, no: number, wording: Wording) {
  const [first, ...others] = preambleOf(work.places.text)
  if (!first) return settle(work, no, 'not-found')
  for (const other of [first, ...others]) claim(work, no, other, 'content')
  const live = work.live.get(first.id)!
  if (!others.length && wording.length === 1 && fold(first.text) === fold(wording[0]!)) settle(work, no, 'already-done')
  live.text = wording[0]!
  work.rewritten.add(first.id)
  for (const { id } of others) work.gone.add(id)
  putBehind(
    work,
    first,
    wording.slice(1).map((text) => ({ id: work.newId(), kind: 'paragraph', text, children: [] })),
  )
}

/** More of a kind than there was goes right behind it. */
function putBehind(work: Work, old: Provision, more: Provision[]) {
  const siblings = siblingsOf(work, old)
  siblings.splice(siblings.indexOf(work.live.get(old.id)!) + 1, 0, ...more)
}

const siblingsOf = (work: Work, { id }: Provision) => (work.parents.get(id) ?? work.root).children

export const split: Plan<'split'> = (work, no, { from, provisions }) => {
  const old = one(work, no, { address: from })
  if (!old) return
  claim(work, no, old, 'content')
  const [first, ...others] = provisions as [Placed, ...Placed[]]
  replaceContent(work, no, old, unnumbered(first.wording, old.kind))
  pin(work, no, old, first.as ?? undefined)
  touchList(work, old)
  for (const { as, wording } of others) {
    const read = readProvisions(old.kind, wording, work.newId)
    if (as) comesIn(work, no, { kind: old.kind, under: null, as, provisions: read })
    else putBehind(work, old, read)
  }
}

/** 第十二条　…… as one part of a split: the label gives the number, not words. */
function unnumbered(wording: Wording, kind: ProvisionKind): Wording {
  if (kind !== 'article') return wording
  return wording.map((line, index) => (index ? line : line.replace(/^第[^\s　]{1,8}条(?:之[^\s　]{1,3})?[\s　]+/, '')))
}

export const merge: Plan<'merge'> = (work, no, { from, as, wording }) => {
  const found = all(
    work,
    no,
    from.map((address) => ({ address })),
  )
  if (!found) return
  const [first, ...others] = found as [Provision, ...Provision[]]
  const live = work.live.get(first.id)!
  if (isDivision(first.kind)) {
    for (const other of others) {
      live.children.push(...work.live.get(other.id)!.children)
      for (const child of work.live.get(other.id)!.children) work.parents.set(child.id, live)
      work.live.get(other.id)!.children = []
      work.gone.add(other.id)
    }
    return
  }
  for (const old of found) claim(work, no, old, 'whole')
  const target = as ? lastOf(as).kind : first.kind
  if (target !== first.kind && wording) {
    const provisions = readProvisions(target, wording, work.newId)
    provisions[0]!.merged = found.map(({ id }) => id)
    comesIn(work, no, { kind: target, under: null, as, provisions })
    for (const old of found) work.gone.add(old.id)
    return
  }
  if (wording) replaceContent(work, no, first, wording)
  else if (first.kind === 'article') live.children.push(...others.flatMap(({ id }) => work.live.get(id)!.children))
  else live.text += others.map(({ text }) => text).join('')
  live.merged = [...(live.merged ?? []), ...others.map(({ id }) => id)]
  for (const old of others) {
    work.gone.add(old.id)
    touchList(work, old)
  }
  if (as) pin(work, no, first, as)
}
