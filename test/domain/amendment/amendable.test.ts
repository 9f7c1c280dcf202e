import { expect, test } from 'vitest'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { faces } from '#app/domain/amendment/faces.ts'
import { redlineLines } from '#app/domain/amendment/redline-lines.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

let count = 0
const newId = () => `p${++count}`
const hash = () => ''

const rules = (title: string, fine: string) =>
  parse([title, '第一条　为了管理公园，制定本办法。', `第二条　违者处${fine}罚款。`].join('\n'), newId)

const carrier = (...enclosed: LegalText[]): LegalText => ({
  format: 1,
  children: [
    { id: newId(), kind: 'title', text: '某市人民政府关于印发《某市公园管理办法》的通知', children: [] },
    { id: newId(), kind: 'paragraph', text: '现将有关文件印发给你们。', children: [] },
    ...enclosed.map(({ children }): Provision => ({ id: newId(), kind: 'enclosure', text: '', children })),
  ],
})

test('what is amended is the enclosed text, not the notice around it', () => {
  const [old, next] = ['五百元', '一千元'].map((fine) => carrier(rules('某市公园管理办法', fine)))
  const pairs = amendedPairs(old!, next!)
  expect(pairs.map(({ title }) => title)).toEqual(['某市公园管理办法'])
  expect(print(pairs[0]!.next)).toBe('某市公园管理办法\n第一条　为了管理公园，制定本办法。\n第二条　违者处一千元罚款。')
})

test('a title kept on the enclosure itself is the title of its text', () => {
  const [old, next] = ['五百元', '一千元'].map((fine) => {
    const text = carrier(rules('甲办法', fine))
    const enclosure = text.children.at(-1)!
    return {
      ...text,
      children: [
        ...text.children.slice(0, -1),
        { ...enclosure, text: '甲办法', children: enclosure.children.slice(1) },
      ],
    }
  })
  const [pair] = amendedPairs(old!, next!)
  expect(pair!.title).toBe('甲办法')
  expect(print(pair!.old).split('\n')[0]).toBe('甲办法')
})

test('several enclosed texts meet by title, a renamed one by its place', () => {
  const old = carrier(rules('甲办法', '一元'), rules('乙办法', '一元'))
  const swapped = carrier(rules('乙办法', '二元'), rules('甲办法', '二元'))
  const renamed = carrier(rules('甲办法', '一元'), rules('丙办法', '二元'))
  expect(amendedPairs(old, swapped).map(({ title, next }) => [title, next.children[0]!.text])).toEqual([
    ['乙办法', '乙办法'],
    ['甲办法', '甲办法'],
  ])
  expect(amendedPairs(old, renamed).map(({ title, next }) => [title, next.children[0]!.text])).toEqual([
    ['甲办法', '甲办法'],
    ['乙办法', '丙办法'],
  ])
})

test('without enclosed texts the document itself is amended', () => {
  const [old, next] = [rules('甲办法', '一元'), rules('甲办法', '二元')]
  expect(amendedPairs(old, next)).toEqual([{ title: '甲办法', old, next }])
})

test('a redline is read paragraph by paragraph', () => {
  const made = faces(rules('甲办法', '五百元'), rules('甲办法', '一千元'), { newId, hash })
  if (!made.ok) throw new Error(made.error.code)
  expect(redlineLines(made.value.redline).map((line) => line.map(({ kind, text }) => `${kind[0]}${text}`))).toEqual([
    ['s甲办法'],
    ['s第一条　为了管理公园，制定本办法。'],
    ['s第二条　违者处', 'd五百', 'i一千', 's元罚款。'],
  ])
})
