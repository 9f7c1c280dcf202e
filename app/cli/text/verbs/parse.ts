import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { readingOf } from '#app/domain/text/reading.ts'
import { countingIds } from '../new-id.ts'
import type { Verb } from '../verb.ts'

export const parseVerb: Verb = {
  files: { least: 1, most: 1 },
  options: {},
  usage: 'text -- parse [--json] FILE',
  run({ inputs: [input] }) {
    const text = parse(input!.text, countingIds())
    return { output: print(text), json: readingOf(text, input!.text), messages: [], exit: 0 }
  },
}
