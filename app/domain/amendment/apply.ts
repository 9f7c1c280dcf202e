import type { LegalText, NewId } from '../text/model.ts'
import { renumberReferences } from '../text/renumber-references.ts'
import { articlesFromParagraphs, dropEmptied, orderArticles } from './apply-articles.ts'
import { findConflicts } from './apply-conflicts.ts'
import { merge, replace, split } from './apply-content.ts'
import { orderDivisions } from './apply-divisions.ts'
import { applyEdits, insertWords, replaceWords } from './apply-edits.ts'
import { insert, move, regroup, remove, renumber } from './apply-incoming.ts'
import { dropGone, endLists, orderLists } from './apply-lists.ts'
import { annexScopes, orderAnnexes } from './apply-scopes.ts'
import { applyRows, rows } from './apply-tables.ts'
import { type Plan, settle, start, type Work } from './apply-work.ts'
import type { Instruction, Operation } from './instruction.ts'
import type { Consolidation, Outcome } from './outcome.ts'

export type ApplyOptions = { newId: NewId; title?: string; note?: string }

const plans: { [Name in Operation['op']]: Plan<Name> } = {
  replace,
  renumber,
  insert,
  regroup,
  delete: remove,
  merge,
  split,
  move,
  rows,
  'replace-words': replaceWords,
  'insert-words': insertWords,
  'renumber-rest': () => {},
  unspecified: (work, no) => settle(work, no, 'ambiguous'),
}

const isDone = ({ state }: Outcome) => state === 'applied' || state === 'already-done'

function carryOut(
  text: LegalText,
  instructions: readonly Instruction[],
  { newId, title, note: newNote }: ApplyOptions,
) {
  const work = start(text, instructions, newId)
  for (const { no, operation } of instructions)
    (plans[operation.op] as Plan<typeof operation.op>)(work, no, operation as never)
  findConflicts(work)
  applyEdits(work)
  applyRows(work)
  articlesFromParagraphs(work)
  dropEmptied(work)
  orderAnnexes(work)
  const scopes = annexScopes(work)
  orderDivisions(work, scopes)
  orderLists(work, scopes, new Map(scopes.map((scope) => [scope, orderArticles(work, scope, scopes)])))
  dropGone(work)
  endLists(work)
  setHead(work, 'title', title)
  setHead(work, 'note', newNote)
  return work
}

/**
 * Carries out the instructions of a decision on the text as it stood before it: all of them at once, each
 * addressed in the old numbering. References of the text to itself follow their targets once; quoted new wording
 * already speaks in the new numbers and stays. Provisions keep their identity. What cannot be carried out for
 * certain changes nothing and is told by its outcome.
 */
export function applyInstructions(
  text: LegalText,
  instructions: readonly Instruction[],
  options: ApplyOptions,
): Consolidation {
  let work = carryOut(text, instructions, options)
  const outcomes = new Map(work.outcomes)
  for (;;) {
    const able = instructions.filter(({ no }) => isDone(outcomes.get(no)!))
    if (able.length === work.outcomes.size) break
    work = carryOut(text, able, options)
    for (const [no, outcome] of work.outcomes) if (!isDone(outcome)) outcomes.set(no, outcome)
  }
  const built: LegalText = { format: text.format, children: work.root.children }
  const followed = renumberReferences(text, built, { rewritten: work.rewritten })
  const told = [...outcomes.values()]
  return { text: followed.text, outcomes: told, complete: told.every(isDone) }
}

function setHead(work: Work, kind: 'title' | 'note', words: string | undefined) {
  if (words === undefined) return
  const { children } = work.root
  const [known, ...others] = children.filter((one) => one.kind === kind)
  if (known) known.text = words
  else children.splice(kind === 'title' ? 0 : 1, 0, { id: work.newId(), kind, text: words, children: [] })
  if (kind === 'note') work.root.children = children.filter((one) => !others.includes(one))
}
