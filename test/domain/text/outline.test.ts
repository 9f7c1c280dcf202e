import { describe, expect, test } from 'vitest'
import { addressesOf, addressOf, parseAddress, printAddress, provisionAt } from '#app/domain/text/address.ts'
import type { LegalText, Provision, ProvisionKind } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'

let count = 0
const node = (
  kind: ProvisionKind,
  text: string,
  children: Provision[] = [],
  more: Partial<Provision> = {},
): Provision => ({
  id: `p${++count}`,
  kind,
  text,
  children,
  ...more,
})
const article = (...words: string[]) =>
  node(
    'article',
    '',
    words.map((text) => node('paragraph', text)),
  )
const textOf = (...children: Provision[]): LegalText => ({ format: 1, children })
const labels = (text: LegalText) =>
  place(text)
    .map(({ label }) => label)
    .filter(Boolean)

describe('labels derived from position', () => {
  test('articles run on through chapters, sections start anew', () => {
    const text = textOf(
      node('chapter', '总则', [article('甲'), article('乙')]),
      node('chapter', '程序', [node('section', '申请', [article('丙')]), node('section', '审查', [article('丁')])]),
      node('chapter', '附则', [node('section', '其他', [article('戊')])]),
    )
    expect(labels(text)).toEqual([
      '第一章',
      '第一条',
      '第二条',
      '第二章',
      '第一节',
      '第三条',
      '第二节',
      '第四条',
      '第三章',
      '第一节',
      '第五条',
    ])
  })

  test('chapters start anew in each 编 and run on through its 分编', () => {
    const text = textOf(
      node('part', '总则', [node('chapter', '甲'), node('chapter', '乙')]),
      node('part', '物权', [
        node('subpart', '通则', [node('chapter', '丙')]),
        node('subpart', '所有权', [node('chapter', '丁')]),
      ]),
    )
    expect(labels(text)).toEqual(['第一编', '第一章', '第二章', '第二编', '第一分编', '第一章', '第二分编', '第二章'])
  })

  test('an article behind its predecessor does not move the next one', () => {
    const text = textOf(
      article('甲'),
      { ...article('乙'), after: true },
      { ...article('丙'), after: true },
      article('丁'),
    )
    expect(labels(text)).toEqual(['第一条', '第一条之一', '第一条之二', '第二条'])
  })

  test('an enclosed text and an annex count their own articles', () => {
    const text = textOf(
      node('point1', '按期报送'),
      node('enclosure', '', [article('甲')]),
      node('annex', '', [article('乙')]),
      node('annex', '', [article('丙')]),
    )
    expect(labels(text)).toEqual(['一、', '第一条', '附件1', '第一条', '附件2', '第一条'])
  })

  test('one gap is one irregularity', () => {
    const text = textOf(article('甲'), { ...article('乙'), written: '第三条' }, article('丙'))
    expect(labels(text)).toEqual(['第一条', '第二条', '第四条'])
    expect(place(text).map(printedLabel).filter(Boolean)).toEqual(['第一条', '第三条', '第四条'])
  })

  test('a form of its own moves with the position', () => {
    const text = textOf(node('point3', '甲', [], { written: '#、' }), node('point3', '乙', [], { written: '#、' }))
    expect(place(text).map(printedLabel)).toEqual(['1、', '2、'])
  })
})

describe('addresses', () => {
  test.each([
    ['第三十二条第二款第一项', '第三十二条第二款第一项', '第三十二条第二款第（一）项'],
    ['第32条第（一）项', '第三十二条第一项', '第三十二条第（一）项'],
    ['第十条之一第二款', '第十条之一第二款', '第十条之一第二款'],
    ['第五条第(三)项第2目', '第五条第三项第二目', '第五条第（三）项第二目'],
    ['第二章第一节', '第二章第一节', '第二章第一节'],
    ['附件1第三条', '附件1第三条', '附件1第三条'],
    ['一、（二）3.', '一、（二）3.', '一、（二）3.'],
    ['第二款', '第二款', '第二款'],
    ['第一自然段', '第一自然段', '第一自然段'],
  ])('%s', (written, plain, bracketed) => {
    const address = parseAddress(written)!
    expect(printAddress(address)).toBe(plain)
    expect(printAddress(address, { brackets: true })).toBe(bracketed)
    expect(parseAddress(plain)).toEqual(address)
  })

  test('other words are no address', () => {
    for (const words of ['', '本办法', '第三条规定', '三条']) expect(parseAddress(words)).toBeNull()
  })

  const items = [node('subparagraph', '子'), node('subparagraph', '丑', [node('item', '寅')])]
  const text = textOf(
    node('title', '通知'),
    node('paragraph', '前言'),
    node('paragraph', '再言'),
    node('chapter', '总则', [article('甲', '乙'), node('article', '', [node('paragraph', '丙：', items)])]),
    node('annex', '', [article('丁')]),
  )

  test('each provision is found at its address', () => {
    const found = [...addressesOf(text)].map(([id, address]) => [
      printAddress(address),
      provisionAt(text, address)?.id === id,
    ])
    expect(found).toEqual([
      ['第一自然段', true],
      ['第二自然段', true],
      ['第一章', true],
      ['第一条', true],
      ['第一条第一款', true],
      ['第一条第二款', true],
      ['第二条', true],
      ['第二条', false],
      ['第二条第一项', true],
      ['第二条第二项', true],
      ['第二条第二项第一目', true],
      ['附件1', true],
      ['附件1第一条', true],
      ['附件1第一条', false],
    ])
  })

  test('the first paragraph may be named where it is the only one', () => {
    expect(provisionAt(text, parseAddress('第二条第一款第二项')!)?.text).toBe('丑')
    expect(addressOf(text, text.children[0]!.id)).toBeNull()
  })
})
