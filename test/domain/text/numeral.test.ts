import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toChinese, toNumber } from '#app/domain/text/numeral.ts'

describe('Chinese numerals', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [100, '一百'],
    [103, '一百零三'],
    [110, '一百一十'],
    [1000, '一千'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (number, words) => {
    expect(toChinese(number)).toBe(words)
    expect(toNumber(words)).toBe(number)
  })

  test.each([
    ['一百〇三', 103],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['12', 12],
    ['１２', 12],
    ['两百', 200],
  ])('%s is read as %i', (words, number) => expect(toNumber(words)).toBe(number))

  test('what is no numeral is not read', () => {
    for (const words of ['', '第', '三条', '十x']) expect(toNumber(words)).toBeNull()
  })

  test('every number to 9999 is read back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (number) => toNumber(toChinese(number)) === number))
  })
})
