import { fail, ok, type Result } from '../base/result.ts'

/** Characters that a text area or a file may bring at most; the longest statute has about 170,000. */
export const longestSource = 2_000_000

export type SourceFailure =
  | { code: 'empty' }
  | { code: 'too-long'; length: number; limit: number }
  | { code: 'binary' }
  | { code: 'not-chinese' }

const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g
const undecoded = /\ufffd/g
const han = /\p{Script=Han}/u
/** A stray control character comes with pasted text; more than this share of them is a file that is no text. */
const tolerated = 0.001

const count = (source: string, pattern: RegExp) => source.match(pattern)?.length ?? 0

/**
 * Checks what was typed, pasted or uploaded before it is parsed. Gives the source back without byte order mark
 * and control characters. Refused: nothing but white space, over 2,000,000 characters, binary content (NUL or
 * many control or undecodable characters), words without a single Chinese character.
 */
export function checkSource(source: string): Result<string, SourceFailure> {
  if (source.length > longestSource) return fail({ code: 'too-long', length: source.length, limit: longestSource })
  if (!source.trim()) return fail({ code: 'empty' })
  const odd = count(source, control) + count(source, undecoded)
  if (source.includes('\u0000') || odd > Math.max(2, source.length * tolerated)) return fail({ code: 'binary' })
  if (!han.test(source)) return fail({ code: 'not-chinese' })
  return ok(source.replace(/^\ufeff/, '').replace(control, ''))
}
