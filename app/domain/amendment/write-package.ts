import type { Result } from '../base/result.ts'
import type { AmendedPair } from './amendable.ts'
import { type Certificate, certify, prove } from './certificate.ts'
import { type DecidedDocument, printDecision } from './decision.ts'
import {
  instructionsOf,
  type NotProved,
  write,
  type WriteError,
  type WriteOptions,
  type WrittenInstruction,
} from './write.ts'

export type WrittenPackage = {
  decision: string
  instructions: WrittenInstruction[]
  certificates: { title: string; certificate: Certificate }[]
}

/** `title` names the text that could not be decided on. */
export type PackageError = WriteError & { title: string }

/**
 * One decision on several texts (打包修改). Each text is written and proved as in `write`, and proved again from the
 * words of the whole decision; a text without a change, or with one that is not proved, refuses all.
 */
export function writePackage(
  pairs: readonly AmendedPair[],
  { title: _, ...options }: WriteOptions,
): Result<WrittenPackage, PackageError> {
  const documents: DecidedDocument[] = []
  for (const { title, old, next } of pairs) {
    const written = write(old, next, { ...options, title })
    if (!written.ok) return { ok: false, error: { ...written.error, title } }
    documents.push(written.value.document)
  }
  const decision = printDecision(documents, { ...options, form: '打包修改' })
  for (const { title, old, next } of pairs) {
    const { differences, residue } = prove(old, decision, next, options.newId, title)
    const [first] = differences
    if (!first && !residue.length) continue
    const { label: address = '', expected = '', given = '' } = first ?? {}
    const error: NotProved = { code: 'not-proved', address, expected, given, residue }
    return { ok: false, error: { ...error, title } }
  }
  return {
    ok: true,
    value: {
      decision,
      instructions: instructionsOf(decision),
      certificates: pairs.map(({ title, old, next }) => ({
        title,
        certificate: certify(old, decision, next, options.hash),
      })),
    },
  }
}
