import type { Translate } from './translate.ts'
import type { Input } from './input.ts'

export type Message = { file: string | null; line: number | null; code: string; message: string }

/** 0 done · 1 found what --fail-on asks for, a pack that is not sound, or a certificate that was altered · 2 an instruction not applied, or the self-check failed. */
export type VerbExit = 0 | 1 | 2

export type Outcome = {
  /** What stdout gets without --json; nothing of it when the exit is 2, unless `isPartial`. */
  output: string
  json: Record<string, unknown>
  messages: Message[]
  exit: VerbExit
  /** Was asked for as it is: printed although the exit is 2. */
  isPartial?: boolean
}

export type Call = {
  inputs: Input[]
  option(name: string): string | null
  flag(name: string): boolean
  /** The values of a list option; empty when it was not given. */
  list(name: string): string[]
  /** A path of the caller's, absolute. */
  path(name: string): string
  translate: Translate
}

export type Verb = {
  files: { least: number; most: number }
  /** Its files are data, not documents. */
  reads?: 'json'
  /** The names of its own options beside --json and --lang; a list has the values it takes. */
  options: Record<string, 'flag' | 'value' | readonly string[]>
  /** One line for the usage. */
  usage: string
  run(call: Call): Outcome | Promise<Outcome>
}
