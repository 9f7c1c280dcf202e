import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asStored, canonicalJson } from '#app/domain/base/canonical-json.ts'

const wellFormed = fc.jsonValue({ stringUnit: 'grapheme' })

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, '《办法》'] }, '{"a":[true,null,"《办法》"],"b":1}'],
    // the example of RFC 8785, 3.2.2 and 3.2.3
    [
      {
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '€$\u000f\nA\'B"\\\\"/',
      },
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew',
        '1': 'One',
        '\ud83d\ude00': 'Emoji',
        '\u0080': 'Control',
        '\u00f6': 'Umlaut',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Umlaut","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew"}',
    ],
    [-0, '0'],
    [[], '[]'],
    [{}, '{}'],
  ])('%j', (value, text) => expect(canonicalJson(value)).toBe(text))

  it.each([
    [undefined],
    [{ a: undefined }],
    [[undefined]],
    [Number.NaN],
    [Infinity],
    ['\ud800'],
    [{ '\udc00': 1 }],
    [new Date(0)],
    [new Map()],
    [() => 1],
    [1n],
  ])('refuses what JSON cannot carry: %s', (value) => expect(() => canonicalJson(value)).toThrow(TypeError))

  it('says the same value, whatever the order of its members', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, shuffled(part)]),
      )
    }
    fc.assert(
      fc.property(wellFormed, (value) => {
        const text = canonicalJson(asStored(value))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(shuffled(asStored(value)))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('gives different texts to different values', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (one, other) => {
        const [first, second] = [asStored(one), asStored(other)]
        expect(canonicalJson(first) === canonicalJson(second)).toBe(isDeepStrictEqual(first, second))
      }),
    )
  })
})
