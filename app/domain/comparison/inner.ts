import type { Provision, ProvisionId } from '../text/model.ts'
import { type ReferenceReader, type WrittenReference, writtenReferences } from '../text/references.ts'
import { wordsOnly } from './words-only.ts'
import { simplify } from './simplify.ts'
import { type Lexicon, type Token, tokens, tokensOfBoth } from './tokens.ts'
import { difference, type Stretch, type Word } from './words.ts'

/** Words that stayed, came or went. A consequential run is a reference, or a list of them, that followed its targets. */
export type Run = { kind: 'same' | 'inserted' | 'deleted'; text: string; consequential?: true }

/** What one side knows about its references: `key` names a target alike on both sides. */
export type Reader = { references: ReferenceReader; key: (target: ProvisionId) => string; terms: Lexicon }

/** The key of a 款 that became an article or the reverse: it is cited in another form now. */
export const levelKey = (place: number): string => `${otherLevel}${place}`
const otherLevel = 'level '

const counts = /[0-9０-９〇零一二三四五六七八九十百千两]+/g
/** 第十条第二款 without its counts: only a reference of the same form can be one that merely followed. */
const form = (reference: string) => reference.replace(/之[一二三四五六七八九十]+/, '').replace(counts, '#')

type NamedStep = { end: number; target: ProvisionId }

/** What each step of a provision's references names, and where the step ends. */
function namedSteps(
  { references }: Reader,
  provision: Provision,
  written: readonly WrittenReference[],
): readonly NamedStep[] {
  const found: NamedStep[] = []
  for (const { steps } of references.resolve(provision, written))
    for (const { written: words, target } of steps) if (target) found.push({ end: words.end, target })
  return found
}

/** Do the same words name the same provisions in both texts? Told without cutting them into words. */
export function namesTheSame(old: Provision, oldReader: Reader, next: Provision, newReader: Reader): boolean {
  const written = writtenReferences(next.text)
  if (!written.length) return true
  const before = namedSteps(oldReader, old, written)
  const after = namedSteps(newReader, next, written)
  return (
    before.length === after.length &&
    before.every(({ end, target }, at) => {
      const other = after[at]!
      return other.end === end && oldReader.key(target) === newReader.key(other.target)
    })
  )
}

/** References get the provision that they name for their key. */
function withTargets(found: Token[], provision: Provision, reader: Reader): Word[] {
  if (!found.some(({ kind }) => kind === 'reference')) return found
  const steps = namedSteps(reader, provision, writtenReferences(provision.text))
  const targets = new Map(steps.map(({ end, target }) => [end, target]))
  return found.map((word) => {
    const target = word.kind === 'reference' ? targets.get(word.start + word.text.length) : undefined
    if (!target) return word
    const name = reader.key(target)
    return { ...word, key: `\u0002${name}\u0002${name.startsWith(otherLevel) ? '' : form(word.text)}` }
  })
}

export const wordsOf = (provision: Provision, reader: Reader): Word[] =>
  withTargets(tokens(provision.text, reader.terms), provision, reader)

/** The words of a provision in both texts. */
export function wordsOfBoth(old: Provision, oldReader: Reader, next: Provision, newReader: Reader): [Word[], Word[]] {
  const [ours, theirs] = tokensOfBoth(old.text, next.text, newReader.terms)
  return [withTargets(ours, old, oldReader), withTargets(theirs, next, newReader)]
}

/** The words compared by what counts: references by their target, white space and marks not at all. */
const sense = (words: readonly Word[]) => wordsOnly(words.map(({ key }) => key).join(''))

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

/** The Han characters of words one after the other, 0 behind the last. */
function hanReader(words: readonly Word[]): () => number {
  let [word, at] = [0, 0]
  return () => {
    for (; word < words.length; word++, at = 0) {
      const { key } = words[word]!
      while (at < key.length) {
        const code = key.charCodeAt(at++)
        if (isHan(code)) return code
      }
    }
    return 0
  }
}

/** Han characters always count, so that most changes are told by the first that differs. */
function sameHan(one: readonly Word[], other: readonly Word[]): boolean {
  const [ours, theirs] = [hanReader(one), hanReader(other)]
  for (;;) {
    const code = ours()
    if (code !== theirs()) return false
    if (code === 0) return true
  }
}

export const sameSense = (one: readonly Word[], other: readonly Word[]): boolean =>
  sameHan(one, other) && sense(one) === sense(other)

function textOf(words: readonly Word[]): string {
  let text = ''
  for (const word of words) text += word.text
  return text
}

function runsOfSame({ old, next }: Stretch): Run[] {
  const runs: Run[] = []
  old.forEach(({ text }, at) => {
    const other = next[at]!.text
    const last = runs.at(-1)
    if (text !== other)
      runs.push({ kind: 'deleted', text, consequential: true }, { kind: 'inserted', text: other, consequential: true })
    else if (last?.kind === 'same') last.text += text
    else runs.push({ kind: 'same', text })
  })
  return runs
}

function runsOf(stretch: Stretch): Run[] {
  if (stretch.same) return runsOfSame(stretch)
  const [deleted, inserted] = [textOf(stretch.old), textOf(stretch.next)]
  if (deleted === inserted) return [{ kind: 'same', text: inserted }]
  const runs: Run[] = [
    { kind: 'deleted', text: deleted },
    { kind: 'inserted', text: inserted },
  ]
  return runs.filter(({ text }) => text.length > 0)
}

function joinSame(runs: readonly Run[]): Run[] {
  const found: Run[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last?.kind === 'same' && run.kind === 'same')
      found[found.length - 1] = { kind: 'same', text: last.text + run.text }
    else found.push(run)
  }
  return found
}

/** What joins the members of a list or range of references. */
const joins = /^(?:[、，,和及与或至到]|以及|或者)$/

/** 第五条、第六条 that became 第七条、第八条 is read as one list that followed, not as two references and a mark. */
function joinFollowed(runs: readonly Run[]): Run[] {
  const found: Run[] = []
  for (let at = 0; at < runs.length; at++) {
    const [deleted, inserted] = found.slice(-2)
    const [join, from, to] = runs.slice(at, at + 3)
    const isList = inserted?.consequential && from?.consequential && join!.kind === 'same' && joins.test(join!.text)
    if (!isList) {
      found.push(join!)
      continue
    }
    found.splice(
      -2,
      2,
      { ...deleted!, text: deleted!.text + join!.text + from!.text },
      { ...inserted!, text: inserted!.text + join!.text + to!.text },
    )
    at += 2
  }
  return found
}

/** The readable difference of two texts cut into words; deleted stands before inserted. */
export function runsBetween(old: readonly Word[], next: readonly Word[]): Run[] {
  return joinFollowed(joinSame(simplify(difference(old, next)).flatMap(runsOf)))
}

const plain = (kind: Run['kind'], text: string): Run[] => (text ? [{ kind, text }] : [])
export const sameRuns = (text: string) => plain('same', text)
export const insertedRuns = (text: string) => plain('inserted', text)
export const deletedRuns = (text: string) => plain('deleted', text)

/** The text of one side that runs hold. */
export function sideOf(runs: readonly Run[], side: 'old' | 'next'): string {
  const absent = side === 'old' ? 'inserted' : 'deleted'
  let text = ''
  for (const run of runs) if (run.kind !== absent) text += run.text
  return text
}

/** Cuts runs where the pieces of one side meet. What the other side has at a meeting point stays with the first. */
export function cutRuns(runs: readonly Run[], lengths: readonly number[], side: 'old' | 'next'): Run[][] {
  const absent = side === 'old' ? 'inserted' : 'deleted'
  const pieces: Run[][] = lengths.map(() => [])
  let at = 0
  let room = lengths[0] ?? 0
  for (const run of runs) {
    if (run.kind === absent) {
      pieces[at]!.push(run)
      continue
    }
    for (let text = run.text; text.length > 0; ) {
      while (room === 0) room = lengths[++at]!
      const piece = text.slice(0, room)
      pieces[at]!.push({ ...run, text: piece })
      text = text.slice(piece.length)
      room -= piece.length
    }
  }
  return pieces
}

/** References that kept their words although the provision they name is another now, or gone. */
export function strayedReferences(old: readonly Word[], next: readonly Word[]): string[] {
  const before = new Map<string, Set<string>>()
  for (const { kind, text, key } of old) {
    if (kind === 'reference' && key !== text) before.set(text, (before.get(text) ?? new Set()).add(key))
  }
  const strays = next.filter(
    ({ kind, text, key }) => kind === 'reference' && before.has(text) && !before.get(text)!.has(key),
  )
  return [...new Set(strays.map(({ text }) => text))]
}
