import { foldNumber } from '../document/numbers.ts'
import { type Matter, recordsOf, titleOf } from './matter.ts'

/** Every title and number by which somebody may ask for a matter. */
export function namesOf(matter: Matter): Array<{ kind: string; value: string; folded: string }> {
  const names = [
    { kind: 'title', value: titleOf(matter) },
    ...recordsOf(matter, 'opened').map((record) => ({ kind: 'title', value: record.payload.title })),
    ...recordsOf(matter, 'received').flatMap(({ payload }) => [
      { kind: 'receipt', value: payload.receiptNumber },
      { kind: 'title', value: payload.title },
      ...(payload.paperNumber ? [{ kind: 'paper', value: payload.paperNumber }] : []),
    ]),
    ...recordsOf(matter, 'numbered').map((record) => ({ kind: record.payload.kind, value: record.payload.number })),
    ...recordsOf(matter, 'review-issued').map((record) => ({ kind: 'opinion', value: record.payload.number })),
    ...recordsOf(matter, 'filing-recorded').map((record) => ({ kind: 'filing', value: record.payload.number })),
  ]
  const seen = new Set<string>()
  return names
    .filter(({ kind, value }) => value && !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
    .map((name) => ({ ...name, folded: foldNumber(name.value) }))
}
