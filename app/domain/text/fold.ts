/** Distance of the full-width forms U+FF01–U+FF5E from their ASCII twins. */
const widthOffset = 0xfee0

const isWide = (code: number) => code >= 0xff01 && code <= 0xff5e
/**
 * White space and the characters without any width (U+200B–U+200D, U+2060): nobody sees, types or prints them, and
 * Unicode itself counted U+200B as a space before version 4.0.1.
 */
const isBlank = (code: number) =>
  code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200d) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x2060 ||
        code === 0x3000 ||
        code === 0xfeff)

/** A unit of UTF-16 as `fold` keeps it, 0 for what it deletes. Most are Han and stay. */
export const foldedUnit = (code: number): number =>
  code >= 0x3001 && code <= 0xfefe ? code : isWide(code) ? code - widthOffset : isBlank(code) ? 0 : code

/** The words without what has no width; spaces stay. */
export const withoutZeroWidth = (words: string): string => words.replace(/[\u200b-\u200d\u2060\ufeff]+/g, '')

/**
 * The form in which two texts are held equal: white space deleted, full-width letters, digits and marks
 * replaced by their half-width twins, nothing else.
 */
export function fold(words: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    const kept = foldedUnit(code)
    if (kept === code) continue
    folded += words.slice(from, at)
    if (kept) folded += String.fromCharCode(kept)
    from = at + 1
  }
  return from ? folded + words.slice(from) : words
}

/** Equal but for white space and width. */
export const sameText = (one: string, other: string): boolean => fold(one) === fold(other)
