import { fold } from '../text/fold.ts'

const spaceBetweenDigits = /(?<=[0-9０-９])\s+(?=[0-9０-９])/g
/** Stands for a space that keeps two numbers apart; no text holds it. */
const gap = '\u0001'
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
  const folded = fold(text.replace(spaceBetweenDigits, gap))
  return folded.replace(idleMark, (mark, at: number) =>
    inNumber.test(folded[at - 1] ?? '') && inNumber.test(folded[at + mark.length] ?? '') ? mark : '',
  )
}
