import type { Paragraph } from 'docx'
import type { PlainDate } from '#app/domain/base/date.ts'
import { writtenDate } from './official-words.server.ts'
import { line } from './paper.server.ts'

/** Width in characters: digits and Latin letters are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.5 : 1), 0)

/** The written date stands four characters from the right edge, each signing body centred above it (GB/T 9704-2012, from memory). */
const dateInset = 4

/** Signing bodies and the date. A missing date leaves its place open for the pen. */
export function signatureBlock(bodies: readonly string[], date: PlainDate | null, { room = false } = {}): Paragraph[] {
  const written = date ? writtenDate(date) : '　　年　　月　　日'
  const centre = dateInset + widthOf(written) / 2
  const signed = bodies.map((name, index) =>
    // Room for the seal, which covers signature and date.
    line(name, {
      align: 'right',
      right: Math.max(0, centre - widthOf(name) / 2),
      keepNext: true,
      ...(room && index === 0 ? { before: 900 } : {}),
    }),
  )
  return [...signed, line(written, { align: 'right', right: dateInset })]
}
