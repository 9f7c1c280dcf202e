const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']
const values = new Map([...digits].map((digit, value) => [digit, value] as const))
values.set('〇', 0).set('○', 0).set('两', 2).set('二', 2)

/** Chinese numerals, Arabic digits of both widths: the characters that a number in a label may hold. */
export const numeralCharacters = '零〇○一二三四五六七八九十百千两0-9０-９'

/** A whole number from 0 to 9999 in Chinese numerals: 10 is 十, 103 一百零三, 110 一百一十. */
export function toChinese(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) throw new RangeError(`no Chinese numeral for ${number}`)
  if (number === 0) return digits[0]!
  const places = [...String(number)].map(Number)
  let words = ''
  let gap = false
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = true
      return
    }
    if (gap && words) words += digits[0]
    gap = false
    words += digits[digit]! + units[places.length - 1 - index]
  })
  return words.startsWith('一十') ? words.slice(1) : words
}

const halfWidth = (words: string) =>
  words.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** The number that numerals stand for: 二十三, 二〇二六 and 23 are read; anything else is `null`. */
export function toNumber(words: string): number | null {
  const plain = halfWidth(words)
  if (/^\d+$/.test(plain)) return Number(plain)
  if (!plain) return null
  if (![...plain].some((character) => units.includes(character))) return digitByDigit(plain)
  let total = 0
  let digit: number | null = null
  for (const character of plain) {
    const unit = units.indexOf(character)
    if (unit > 0) {
      total += (digit ?? 1) * 10 ** unit
      digit = null
      continue
    }
    const value = values.get(character)
    if (value === undefined) return null
    digit = value
  }
  return total + (digit ?? 0)
}

function digitByDigit(words: string): number | null {
  const places = [...words].map((character) => values.get(character))
  return places.includes(undefined) ? null : Number(places.join(''))
}
