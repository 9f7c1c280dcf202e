import { expect, test } from 'vitest'
import { addresseeOf } from '#app/domain/text/addressee.ts'
import { parse } from '#app/domain/text/parse.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

test.each([
  ['各区、县人民政府，市政府各部门：', '各区、县人民政府，市政府各部门'],
  ['各区人民政府:', '各区人民政府'],
])('the addressee stands without its colon: %s', (line, expected) => {
  expect(addresseeOf(parse(`某市人民政府关于某事的通知\n${line}\n现将有关事项通知如下。\n一、某事。`, newId()))).toBe(
    expected,
  )
})

test('a text of articles has none', () => {
  expect(addresseeOf(parse('某市某办法\n第一条　为了某事，制定本办法。', newId()))).toBeUndefined()
})
