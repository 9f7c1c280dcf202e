import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { UsageFault } from './fault.ts'
import { languages } from './translate.ts'
import type { Verb } from './verb.ts'

export type Common = { language: string; isJson: boolean }
export type Arguments = Common & { files: string[]; values: Record<string, string | boolean | undefined> }

const common = { json: { type: 'boolean' }, lang: { type: 'string' } } as const

/** What can be told of a call before it is understood, so that its fault is told in the language and form asked for. */
export function commonOf(words: readonly string[]): Common {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const wanted = words[at]?.slice('--lang='.length) || words[at + 1]
  return { language: wanted && Object.hasOwn(languages, wanted) ? wanted : 'zh', isJson: words.includes('--json') }
}

function parsed(words: string[], verb: Verb) {
  const own = Object.entries(verb.options).map(
    ([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  )
  try {
    return parseArgs({ args: words, options: { ...common, ...Object.fromEntries(own) }, allowPositionals: true })
  } catch (error) {
    const [, option = ''] = /'(-[^' ]*)/.exec((error as Error).message) ?? []
    const isKnown = Object.hasOwn({ ...common, ...verb.options }, option.replace(/^-+/, ''))
    throw new UsageFault(isKnown ? 'option-value' : 'option-unknown', { option })
  }
}

/** @throws UsageFault for an unknown option, a value outside of its list, and too few or too many files. */
export function readArguments(words: string[], verb: Verb): Arguments {
  const { values, positionals } = parsed(words, verb)
  const found = values as Arguments['values']
  if (typeof found.lang === 'string' && !Object.hasOwn(languages, found.lang))
    throw new UsageFault('option-choice', { option: '--lang', choices: Object.keys(languages).join(' ') })
  for (const [name, kind] of Object.entries(verb.options)) {
    if (typeof kind !== 'string') listOf(found[name], name, kind)
  }
  const { least, most } = verb.files
  if (positionals.length < least || positionals.length > most) throw new UsageFault('usage', { usage: verb.usage })
  if (positionals.filter((name) => name === '-').length > 1) throw new UsageFault('standard-input-once')
  return { ...commonOf(words), files: positionals, values: found }
}

export function listOf(value: string | boolean | undefined, name: string, choices: readonly string[]): string[] {
  if (typeof value !== 'string') return []
  const wanted = value.split(',').filter(Boolean)
  if (wanted.length === 0 || wanted.some((each) => !choices.includes(each)))
    throw new UsageFault('option-choice', { option: `--${name}`, choices: choices.join(' ') })
  return wanted
}

/** Paths are meant from where the caller stands: npm changes into the project and says where it came from. */
export const callersDirectory = (): string => process.env.INIT_CWD ?? process.cwd()

export const pathFrom = (directory: string, path: string): string => resolve(directory, path)
