import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { checkSource } from '#app/domain/text/limits.ts'
import { plainMarkdown } from '#app/domain/text/markdown.ts'
import { fileKind } from '#app/server/import/file-kind.server.ts'
import { readInWorker } from '#app/server/import/in-worker.server.ts'
import { decodeText } from '#app/server/import/plain-text.server.ts'
import { defaultLimits, Refused } from '#app/server/import/reading.server.ts'
import { InputFault } from './fault.ts'

/** A document as it was given: `name` as the caller wrote it, `text` with LF between its lines. */
export type Input = { name: string; text: string }

const standardInput = '-'
const endings = /\.(txt|text|md|docx)$/i

/** The bytes that a name stands for. @throws InputFault for what is absent, no file or too large. */
export function readFileOf(name: string, directory: string): Buffer {
  if (name === standardInput) return readFileSync(0)
  const path = resolve(directory, name)
  try {
    const found = statSync(path)
    if (!found.isFile()) throw new InputFault('not-a-file', {}, name)
    if (found.size > defaultLimits.bytes) throw tooLarge(name)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof InputFault) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputFault('file-absent', {}, name)
    if (code === 'EACCES' || code === 'EPERM') throw new InputFault('file-forbidden', {}, name)
    throw error
  }
}

const tooLarge = (name: string) => new InputFault('file-too-large', { limit: defaultLimits.bytes / 1024 ** 2 }, name)

/** What standard input brings has no name: an archive is taken for a Word file, all else for text. */
const nameOf = (name: string, bytes: Buffer) =>
  name === standardInput ? (bytes.subarray(0, 2).toString() === 'PK' ? 'input.docx' : 'input.txt') : basename(name)

async function textOf(name: string, bytes: Buffer): Promise<string> {
  const known = nameOf(name, bytes)
  if (!endings.test(known)) throw new InputFault('file-type', {}, name)
  const kind = fileKind(known, bytes)
  if (kind === 'office-archive') {
    const reading = await readInWorker('docx', bytes, defaultLimits)
    if (!reading.ok) throw new Refused(reading.error)
    return reading.value.source
  }
  if (kind !== 'text') throw new InputFault('file-needs-conversion', {}, name)
  const text = decodeText(bytes).replace(/\r\n?|[\u0085\u2028\u2029\f]/g, '\n')
  return known.toLowerCase().endsWith('.md') ? plainMarkdown(text) : text
}

/**
 * Reads a document that the caller names, `-` being standard input.
 * @throws InputFault for what is absent, empty, too large, of another kind, binary or broken.
 */
export async function readInput(name: string, directory: string): Promise<Input> {
  const bytes = readFileOf(name, directory)
  if (bytes.length > defaultLimits.bytes) throw tooLarge(name)
  if (bytes.length === 0) throw new InputFault('empty', {}, name)
  try {
    const checked = checkSource(await textOf(name, bytes))
    if (checked.ok) return { name, text: checked.value }
    const { code, ...fields } = checked.error
    throw new InputFault(code, fields, name)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, ...fields } = error.refusal
    throw new InputFault(code, fields, name)
  }
}

/**
 * Reads a JSON file that the caller names, `-` being standard input.
 * @throws InputFault for what is absent, empty or too large.
 */
export function readData(name: string, directory: string): Input {
  const bytes = readFileOf(name, directory)
  if (bytes.length > defaultLimits.bytes) throw tooLarge(name)
  if (bytes.length === 0) throw new InputFault('empty', {}, name)
  return { name, text: decodeText(bytes) }
}

/** The value of a JSON file. @throws InputFault for what is no JSON. */
export function valueIn({ name, text }: Input): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new InputFault('json-broken', { reason: (error as Error).message }, name)
  }
}
