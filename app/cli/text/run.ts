import { commonOf, listOf, pathFrom, readArguments } from './arguments.ts'
import { type Fields, InputFault, UsageFault } from './fault.ts'
import { readData, readInput } from './input.ts'
import { type Translate, translateInto } from './translate.ts'
import type { Call, Message, Outcome, Verb } from './verb.ts'

/** 64: called wrongly · 70: a defect of ours. */
export type Exit = 0 | 1 | 2 | 64 | 70
export type Ran = { exit: Exit; output: string; json: Record<string, unknown>; messages: Message[] }

const exitOf = (error: unknown): Exit => (error instanceof InputFault ? 2 : error instanceof UsageFault ? 64 : 70)

/** What went wrong as a sentence; a defect of ours with its trace, so that it can be reported. */
export function messageOf(error: unknown, translate: Translate): Message {
  const place = error instanceof InputFault ? { file: error.file, line: error.line } : { file: null, line: null }
  const [code, fields]: [string, Fields] =
    error instanceof UsageFault
      ? [error.code, error.fields]
      : ['defect', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }]
  return { ...place, code, message: translate(code, fields) }
}

const errorOf = ({ code, message, line }: Message) => ({ code, message, line })

export function failed(schema: string, error: unknown, translate: Translate): Ran {
  const found = messageOf(error, translate)
  return { exit: exitOf(error), output: '', json: { schema, error: errorOf(found) }, messages: [found] }
}

function succeeded(schema: string, { output, json, messages, exit, isPartial }: Outcome): Ran {
  const error = exit === 2 && messages[0] ? { error: errorOf(messages[0]) } : {}
  return { exit, output: exit === 2 && !isPartial ? '' : output, json: { schema, ...json, ...error }, messages }
}

type Surroundings = { hasStandardInput: boolean }

async function callOf(
  words: string[],
  verb: Verb,
  directory: string,
  translate: Translate,
  { hasStandardInput }: Surroundings,
): Promise<Call> {
  const { files, values } = readArguments(words, verb)
  if (!hasStandardInput && files.includes('-')) throw new UsageFault('standard-input-once')
  const inputs: Call['inputs'] = []
  const read = verb.reads === 'json' ? readData : readInput
  for (const name of files) inputs.push(await read(name, directory))
  const option = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : null
  }
  return {
    inputs,
    option,
    flag: (name) => values[name] === true,
    list: (name) => listOf(values[name], name, verb.options[name] as readonly string[]),
    path: (name) => pathFrom(directory, option(name) ?? '.'),
    translate,
  }
}

/** Runs one verb with its words and files. Never throws: a defect of ours is an outcome with exit 70. */
export async function runVerb(
  verbs: Readonly<Record<string, Verb>>,
  [name = '', ...words]: string[],
  directory: string,
  surroundings: Surroundings = { hasStandardInput: true },
): Promise<Ran> {
  const translate = translateInto(commonOf(words).language)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  const schema = `${verb ? name : 'text'}/1`
  try {
    if (!verb) throw new UsageFault('verb-unknown', { verbs: Object.keys(verbs).join(' ') })
    return succeeded(schema, await verb.run(await callOf(words, verb, directory, translate, surroundings)))
  } catch (error) {
    return failed(schema, error, translate)
  }
}
