import { expect, test } from 'vitest'
import { printAddress } from '#app/domain/text/address.ts'
import { parseOwnAddress, resolveAddress } from '#app/domain/text/address-in-context.ts'
import { place } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'

const source = `某办法
第一条　甲：
（一）子；
（二）丑。
第二条　乙。
丙。
此处。`

const newId = () => {
  let count = 0
  return () => `p${++count}`
}
const text = parse(source, newId())
const here = place(text).find(({ provision }) => provision.text === '此处。')!.provision.id

test.each([
  ['第一条', ['第一条']],
  ['第一条第二项', ['第一条第二项']],
  ['本办法第１条第（二）项', ['第一条第二项']],
  [' 第一条 第一款 第(一)项 ', ['第一条第一项']],
  ['前款', ['第二条第二款']],
  ['本条前两款', ['第二条第一款', '第二条第二款']],
  ['前两款', ['第二条第一款', '第二条第二款']],
  ['前条第一项', ['第一条第一项']],
  ['本条', ['第二条']],
  ['本条第一款', ['第二条第一款']],
  ['第一款', ['第二条第一款']],
])('%s said in 第二条第三款', (words, found) => {
  expect(resolveAddress(text, here, words)?.map((address) => printAddress(address))).toEqual(found)
})

test.each(['', '第九条', '前三款', '第一条和第二条', '第一条的规定', '《某法》第一条', '刑法第一条'])(
  '%j names no provision there',
  (words) => {
    expect(resolveAddress(text, here, words)).toBeNull()
  },
)

test.each([
  ['本办法第三十二条第二款第（一）项', '第三十二条第二款第一项'],
  ['第３２条', '第三十二条'],
  ['本条例第十条之一', '第十条之一'],
])('%s is the address %s', (words, printed) => {
  expect(printAddress(parseOwnAddress(words)!)).toBe(printed)
})
