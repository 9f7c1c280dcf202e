import { z } from 'zod'
import { decodeText } from '#app/server/import/plain-text.server.ts'
import { Refused } from '#app/server/import/reading.server.ts'
import { InputFault } from './fault.ts'
import { readFileOf } from './input.ts'
import { type Exit, type Ran, runVerb } from './run.ts'
import type { Verb } from './verb.ts'

const entriesSchema = z.array(z.strictObject({ id: z.string(), verb: z.string(), args: z.array(z.string()) }))

function entriesOf(name: string, directory: string) {
  const bytes = readFileOf(name, directory)
  try {
    const read = entriesSchema.safeParse(JSON.parse(decodeText(bytes).replace(/^\ufeff/, '')))
    if (read.success) return read.data
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof Refused)) throw error
  }
  throw new InputFault('batch-invalid', {}, name)
}

const lineOf = (id: string, { exit, json, messages }: Ran) => JSON.stringify({ id, exit, result: json, messages })

/**
 * Runs every entry of a batch in its order and hands a JSON line of each to `write`. Gives the highest exit.
 * Standard input belongs to the batch. @throws InputFault when the batch itself cannot be read.
 */
export async function runBatch(
  verbs: Readonly<Record<string, Verb>>,
  name: string,
  directory: string,
  write: (line: string) => void,
): Promise<Exit> {
  let highest: Exit = 0
  for (const { id, verb, args } of entriesOf(name, directory)) {
    const ran = await runVerb(verbs, [verb, ...args], directory, { hasStandardInput: false })
    write(lineOf(id, ran))
    if (ran.exit > highest) highest = ran.exit
  }
  return highest
}
