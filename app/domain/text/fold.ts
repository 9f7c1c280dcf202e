/** Distance of the full-width forms U+FF01–U+FF5E from their ASCII twins. */
const widthOffset = 0xfee0

/**
 * White space and the characters without any width (U+200B–U+200D, U+2060): nobody sees, types or prints them, and
 * Unicode itself counted U+200B as a space before version 4.0.1.
 */
const blanks = /[\s\u200b-\u200d\u2060]+/g

/** The words without what has no width; spaces stay. */
export const withoutZeroWidth = (words: string): string => words.replace(/[\u200b-\u200d\u2060\ufeff]+/g, '')

/**
 * The form in which two texts are held equal: white space deleted, full-width letters, digits and marks
 * replaced by their half-width twins, nothing else.
 */
export const fold = (words: string): string =>
  words
    .replace(blanks, '')
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - widthOffset))

/** Equal but for white space and width. */
export const sameText = (one: string, other: string): boolean => fold(one) === fold(other)
