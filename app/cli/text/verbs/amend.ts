import { createHash } from 'node:crypto'
import { type AmendedPair, amendedPairs } from '#app/domain/amendment/amendable.ts'
import { write, type WriteOptions } from '#app/domain/amendment/write.ts'
import { writePackage } from '#app/domain/amendment/write-package.ts'
import { parse } from '#app/domain/text/parse.ts'
import { InputFault, UsageFault } from '../fault.ts'
import { countingIds } from '../new-id.ts'
import type { Verb } from '../verb.ts'

const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')

export const amendVerb: Verb = {
  files: { least: 2, most: 40 },
  options: { title: 'value', issuer: 'value', date: 'value', effective: 'value' },
  usage: 'text -- amend [--title TITLE] [--issuer NAME] [--date DATE] [--effective DATE] [--json] OLD NEW [OLD NEW]…',
  run({ inputs, option }) {
    if (inputs.length % 2) throw new UsageFault('usage', { usage: amendVerb.usage })
    const newId = countingIds()
    const texts = inputs.map(({ text }) => parse(text, newId))
    const pairs = texts.flatMap((old, at) => (at % 2 ? [] : amendedPairs(old, texts[at + 1]!)))
    const facts = Object.fromEntries(
      ['title', 'issuer', 'date', 'effective'].flatMap((name) => {
        const value = option(name)
        return value === null ? [] : [[name, value]]
      }),
    )
    const options = { ...facts, newId, hash }
    const [only] = pairs
    const written = pairs.length === 1 ? writeOne(only!, options) : writePackage(pairs, options)
    if (!written.ok) {
      const { code, title, ...fields } = written.error
      const {
        address = '',
        expected = '',
        given = '',
      } = fields as { address?: string; expected?: string; given?: string }
      const at = Math.max(
        0,
        pairs.findIndex((one) => one.title === title),
      )
      throw new InputFault(
        code,
        { address, expected: expected.slice(0, 60), given: given.slice(0, 60) },
        inputs[Math.min(2 * at + 1, inputs.length - 1)]!.name,
      )
    }
    const { decision, instructions, certificates } = written.value
    const json = { decision, instructions, certificate: certificates[0]!.certificate, documents: certificates }
    return { output: decision, json, messages: [], exit: 0 }
  },
}

/** A decision on one text, in the form of one on several. */
function writeOne({ title, old, next }: AmendedPair, options: WriteOptions): ReturnType<typeof writePackage> {
  const written = write(old, next, { title, ...options })
  if (!written.ok) return { ok: false, error: { ...written.error, title } }
  const { decision, instructions, certificate } = written.value
  return { ok: true, value: { decision, instructions, certificates: [{ title, certificate }] } }
}
