/** Full-width forms become half-width; nothing is composed, so that 10² and 102 stay two amounts. */
const narrow = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

const spaceBetweenDigits = /(?<=[0-9])\s+(?=[0-9])/g
/**
 * Marks that carry no words. Kept are those that make an amount (3.5, 10,000, 三、五, 30%, 1/2) or an address
 * (a@b, #), because without them two different amounts would read the same.
 */
const idleMark = /(?![%‰&/@#*+])\p{P}/gu
const inNumber = /[0-9〇零一二三四五六七八九十百千万亿两]/

/**
 * What is left of a text when white space, width and punctuation are not looked at. Two texts with the same
 * words differ only in their marks.
 */
export function wordsOnly(text: string): string {
  const narrowed = narrow(text).replace(spaceBetweenDigits, '\u0001').replace(/\s+/g, '')
  return narrowed
    .replace(idleMark, (mark, at: number) =>
      inNumber.test(narrowed[at - 1] ?? '') && inNumber.test(narrowed[at + mark.length] ?? '') ? mark : '',
    )
    .replace(/\u0001/g, ' ')
}
