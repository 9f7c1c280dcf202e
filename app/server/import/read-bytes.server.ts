import { fail, ok } from '#app/domain/base/result.ts'
import { readDocx } from './docx.server.ts'
import { readPlainText } from './plain-text.server.ts'
import { type Limits, type Reading, Refused } from './reading.server.ts'

/** Reads bytes whose kind is known. What goes wrong inside a hostile file is an outcome, whatever it is. */
export async function readBytes(kind: 'docx' | 'text', bytes: Buffer, limits: Limits): Promise<Reading> {
  try {
    return ok(kind === 'docx' ? await readDocx(bytes, limits) : readPlainText(bytes))
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal)
    if (error instanceof RangeError) return fail({ code: 'file-unreadable' })
    throw error
  }
}
