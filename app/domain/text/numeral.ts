const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']
/** What each Chinese numeral stands for, by its code: figures up to nine, and units. */
const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value] as const))
for (const [numeral, value] of Object.entries({ 〇: 0, '○': 0, 两: 2, 十: 10, 百: 100, 千: 1000 }))
  values.set(numeral.charCodeAt(0), value)

/** Chinese numerals, Arabic digits of both widths: the characters that a number in a label may hold. */
export const numeralCharacters = '零〇○一二三四五六七八九十百千两0-9０-９'

const written: string[] = []

/** A whole number from 0 to 9999 in Chinese numerals: 10 is 十, 103 一百零三, 110 一百一十. */
export function toChinese(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) throw new RangeError(`no Chinese numeral for ${number}`)
  written[number] ??= spell(number)
  return written[number]
}

function spell(number: number): string {
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

const [zero, nine] = [0x30, 0x39]
/** Distance of the full-width digits from their ASCII twins. */
const widthOffset = 0xfee0

const figureOf = (code: number) => {
  const half = code > widthOffset ? code - widthOffset : code
  return half >= zero && half <= nine ? half - zero : null
}

/** The number that numerals stand for: 二十三, 二〇二六 and 23 are read; anything else is `null`. */
export function toNumber(words: string): number | null {
  if (!words) return null
  return figureOf(words.charCodeAt(0)) === null ? inChinese(words) : inFigures(words)
}

function inFigures(words: string): number | null {
  let number = 0
  for (let at = 0; at < words.length; at++) {
    const figure = figureOf(words.charCodeAt(at))
    if (figure === null) return null
    number = number * 10 + figure
  }
  return number
}

/** 二十三 by its units, 二〇二六 digit by digit. */
function inChinese(words: string): number | null {
  let [total, byDigits] = [0, 0]
  let digit: number | null = null
  let hasUnits = false
  for (let at = 0; at < words.length; at++) {
    const value = values.get(words.charCodeAt(at))
    if (value === undefined) return null
    if (value >= 10) {
      total += (digit ?? 1) * value
      digit = null
      hasUnits = true
      continue
    }
    byDigits = byDigits * 10 + value
    digit = value
  }
  return hasUnits ? total + (digit ?? 0) : byDigits
}
