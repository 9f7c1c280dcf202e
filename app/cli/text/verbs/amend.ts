import { createHash } from 'node:crypto'
import { write } from '#app/domain/amendment/write.ts'
import { parse } from '#app/domain/text/parse.ts'
import { InputFault } from '../fault.ts'
import { countingIds } from '../new-id.ts'
import type { Verb } from '../verb.ts'

const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')

export const amendVerb: Verb = {
  files: { least: 2, most: 2 },
  options: { title: 'value', issuer: 'value', date: 'value', effective: 'value' },
  usage: 'text -- amend [--title TITLE] [--issuer NAME] [--date DATE] [--effective DATE] [--json] OLD NEW',
  run({ inputs, option }) {
    const newId = countingIds()
    const [old, next] = inputs.map(({ text }) => parse(text, newId))
    const facts = Object.fromEntries(
      ['title', 'issuer', 'date', 'effective'].flatMap((name) => {
        const value = option(name)
        return value === null ? [] : [[name, value]]
      }),
    )
    const written = write(old!, next!, { ...facts, newId, hash })
    if (!written.ok) {
      const { code, ...fields } = written.error
      const {
        address = '',
        expected = '',
        given = '',
      } = fields as { address?: string; expected?: string; given?: string }
      throw new InputFault(
        code,
        { address, expected: expected.slice(0, 60), given: given.slice(0, 60) },
        inputs[1]!.name,
      )
    }
    const { decision, instructions, certificate } = written.value
    return { output: decision, json: { decision, instructions, certificate }, messages: [], exit: 0 }
  },
}
