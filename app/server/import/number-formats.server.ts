import { toChinese } from '#app/domain/text/numeral.ts'

/** Word goes on counting where Chinese numerals of our texts end; there the digits are written one by one. */
const chineseNumber = (number: number): string =>
  number > 0 && number <= 9_999 ? toChinese(number) : chineseDigits(number)

const chineseDigits = (number: number) =>
  [...String(Math.abs(number))].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')

const letters = (first: string) => (number: number) => {
  if (number < 1) return String(number)
  // Word repeats the letter after z: aa, bb.
  return String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.min(30, Math.ceil(number / 26)))
}

const romans: ReadonlyArray<[number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
function roman(number: number): string {
  if (number < 1 || number > 3_999) return String(number)
  let rest = number
  let written = ''
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) written += sign
  }
  return written
}

const from = (signs: string) => (number: number) => [...signs][number - 1] ?? String(number)
const circled = (number: number) => {
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  return number >= 21 && number <= 35 ? String.fromCodePoint(0x3251 + number - 21) : String(number)
}
const fullWidth = (number: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

/** ST_NumberFormat of ISO/IEC 29500-1 §17.18.59, as far as Chinese documents use it; any other is written in digits. */
const formats: Record<string, (number: number) => string> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  chineseLegalSimplified: (number) =>
    chineseNumber(number).replace(
      /[一二三四五六七八九十百千]/g,
      (sign) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(sign)]!,
    ),
  japaneseCounting: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  ideographDigital: chineseDigits,
  japaneseDigitalTenThousand: chineseDigits,
  taiwaneseDigital: chineseDigits,
  ideographTraditional: from('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: from('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (number) => String(number).padStart(2, '0'),
  ideographEnclosedCircle: (number) =>
    number >= 1 && number <= 10 ? String.fromCodePoint(0x3280 + number - 1) : String(number),
  lowerLetter: letters('a'),
  upperLetter: letters('A'),
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperRoman: roman,
  none: () => '',
}

export const numberIn = (format: string, number: number): string => (formats[format] ?? String)(number)
