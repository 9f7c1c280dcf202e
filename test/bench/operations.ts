import { targetsOf } from '#app/domain/amendment/apply-decision.ts'
import type { Instruction } from '#app/domain/amendment/instruction.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { fold } from '#app/domain/text/fold.ts'
import { type Address, printAddress } from '#app/domain/text/address.ts'

/** Words that are replaced, go or come in behind others: one operation to a drafter. Renumbering alone is none. */
const named = ({ op }: Instruction['operation']): string[] =>
  op === 'replace-words' || op === 'insert-words'
    ? ['words']
    : op === 'renumber' || op === 'renumber-rest' || op === 'unspecified'
      ? []
      : [op]

const articleOf = (address: Address) => {
  const end = address.findIndex(({ kind }) => kind === 'article')
  return printAddress(end < 0 ? address : address.slice(0, end + 1))
}

/** The orders of a decision on one text; of a decision on several those on the text with this title. */
export function ordersOn(decision: string, title: string): Instruction[] {
  const { documents } = readDecision(decision)
  const own = documents.length > 1 ? documents.filter((one) => fold(one.title) === fold(title)) : documents
  return own.flatMap(({ instructions }) => instructions)
}

/** What a decision does to each article: those that come in by their new numbers, all others by the old ones. */
function operationsIn(orders: readonly Instruction[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { operation } of orders)
    for (const { address, part } of targetsOf(operation))
      for (const name of named(operation)) {
        const isNew = operation.op === 'insert' && operation.kind === 'article'
        const where = operation.op === 'insert' && !isNew && operation.under.length ? operation.under : address
        const key = `${isNew ? '+' : ''}${articleOf(where)}${address.length ? '' : part}`
        found.set(key, (found.get(key) ?? new Set()).add(name))
      }
  return found
}

const onlyWords = (names: Set<string>) => names.size === 1 && names.has('words')

/** Articles that either decision changes, and those to which both do the same. */
export function sameOperations(
  ours: readonly Instruction[],
  official: readonly Instruction[],
): { same: number; all: number } {
  const [mine, theirs] = [operationsIn(ours), operationsIn(official)]
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])]
  const alike = (key: string) => {
    // 相关条文 speaks of every article in which the words stand.
    if (onlyWords(mine.get(key) ?? theirs.get(key)!) && (mine.has('whole') || theirs.has('whole'))) return true
    const [one, other] = [mine.get(key), theirs.get(key)]
    return one && other && [...one].some((name) => other.has(name))
  }
  return { same: keys.filter(alike).length, all: keys.length }
}
