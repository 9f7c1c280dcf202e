import { fail } from '#app/domain/base/result.ts'
import { endingOf, type FileKind, fileKind } from './file-kind.server.ts'
import { readInWorker } from './in-worker.server.ts'
import { convertToDocx, findOffice } from './legacy-word.server.ts'
import { defaultLimits, type Limits, type Reading, Refused, refuse } from './reading.server.ts'

export type Upload = {
  /** As the browser sent it; only its ending is looked at. */
  name: string
  bytes: Uint8Array
  limits?: Partial<Limits>
  /** LibreOffice: a path, null for "not here", or left out to look for it in `PATH`. */
  office?: string | null
}

/**
 * The text of a file that somebody sends as a draft, with a list of everything that was in the file and is not in the text.
 * Every file has an answer: what cannot be read is refused with one code. The secrecy mark is looked for by the caller.
 */
export async function readUpload({ name, bytes, limits: given, office }: Upload): Promise<Reading> {
  const limits = { ...defaultLimits, ...given }
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (content.length === 0) return fail({ code: 'file-empty' })
    if (content.length > limits.bytes) return fail({ code: 'file-too-large', limit: limits.bytes })
    const kind = fileKind(name, content)
    if (kind === 'text') return await readInWorker('text', content, limits)
    const older = olderFormat(kind, endingOf(name))
    return await readInWorker('docx', older ? await converted(content, older, limits, office) : content, limits)
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal)
    throw error
  }
}

const olderFormat = (kind: FileKind, ending: string): 'doc' | 'rtf' | 'odt' | null => {
  if (kind === 'ole') return 'doc'
  if (kind === 'rtf') return 'rtf'
  return ending === 'odt' ? 'odt' : null
}

async function converted(
  bytes: Buffer,
  format: 'doc' | 'rtf' | 'odt',
  limits: Limits,
  office: string | null | undefined,
): Promise<Buffer> {
  const program = office === undefined ? await findOffice(process.env.PATH ?? '') : office
  return program ? convertToDocx(program, bytes, format, limits) : refuse('file-needs-conversion', { format })
}
