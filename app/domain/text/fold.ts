/** Distance of the full-width forms U+FF01–U+FF5E from their ASCII twins. */
const widthOffset = 0xfee0

/**
 * The form in which two texts are held equal: white space deleted, full-width letters, digits and marks
 * replaced by their half-width twins, nothing else.
 */
export const fold = (words: string): string =>
  words
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - widthOffset))

/** Equal but for white space and width. */
export const sameText = (one: string, other: string): boolean => fold(one) === fold(other)
