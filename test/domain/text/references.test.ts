import { describe, expect, test } from 'vitest'
import { addressesOf, printAddress } from '#app/domain/text/address.ts'
import { parse } from '#app/domain/text/parse.ts'
import { type Reference, referencesIn } from '#app/domain/text/references.ts'
import { wordsOf } from '#test/support/provisions.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

/** 【words】address, or how the reference stands where it names nothing. */
function read(source: string) {
  const text = parse(source, newId())
  const addresses = addressesOf(text)
  const words = wordsOf(text)
  const named = ({ state, targets }: Reference) =>
    state === 'found' ? targets.map((id) => printAddress(addresses.get(id) ?? [])).join('、') : state
  return referencesIn(text).map((one) => `${words.get(one.in)!.slice(one.start, one.end)} ${named(one)}`)
}

const frame = (words: string) => `某办法
第一章　总则
第一条　甲。
第二条　乙：
（一）子；
（二）丑；
（三）寅。
卯。
第三条　丙。
丁。
第二章　分则
第三条之一　戊。
第四条　前提。
${words}
尾款。
第五条　己。`

describe('references to provisions of the same text', () => {
  test.each([
    ['依照本办法第三条办理。', ['第三条 第三条']],
    ['依照第三条第二款办理。', ['第三条第二款 第三条第二款']],
    ['依照第２条第（三）项办理。', ['第２条第（三）项 第二条第一款第三项']],
    [
      '有第二条第一项、第三项和第三条情形的。',
      ['第二条第一项 第二条第一款第一项', '第三项 第二条第一款第三项', '第三条 第三条'],
    ],
    ['有第二条第一款第一、三项情形的。', ['第二条第一款第一 第二条第一款第一项', '三项 第二条第一款第三项']],
    ['有第二条所列第（二）项情形的。', ['第二条 第二条', '第（二）项 第二条第一款第二项']],
    ['第一条至第三条规定的。', ['第一条 第一条', '第三条 第三条']],
    ['依照本办法第三条之一办理。', ['第三条之一 第三条之一']],
    ['本办法第一章规定的。', ['第一章 第一章']],
    ['前款规定的。', ['前款 第四条第一款']],
    ['本条第一款和第三款规定的。', ['本条第一款 第四条第一款', '第三款 第四条第三款']],
    ['前两条规定的。', ['前两条 第三条、第三条之一']],
    ['前条规定的，依照同条办理。', ['前条 第三条之一', '同条 第三条之一']],
    ['第二条规定的，依照该条第一款第一项办理。', ['第二条 第二条', '该条第一款第一项 第二条第一款第一项']],
  ])('%s', (words, found) => {
    expect(read(frame(words))).toEqual(found)
  })

  const outline = (words: string) => `关于某事的通知
各县人民政府：
一、总体要求
（一）甲。
（二）乙。
二、主要任务
（一）丙。
1.子。
2.丑。
${words}
三、附则
某市人民政府
2026年1月1日
附件1
甲表
第一条　内容甲。
第二条　内容乙。
附件2
乙表
内容丙。`

  test.each([
    ['（二）依照本通知第一条办理。', ['第一条 一、']],
    ['（二）按照本通知第二条第（一）项第二目办理。', ['第二条第（一）项第二目 二、（一）2.']],
    ['（二）按照本通知第一部分、第三部分办理。', ['第一部分 一、', '第三部分 三、']],
    ['（二）按照本通知第一条、第三条办理。', ['第一条 一、', '第三条 三、']],
    ['（二）本通知第九条规定的。', ['第九条 uncertain']],
    ['（二）本法第一条规定的。', ['第一条 uncertain']],
    ['（二）《某意见》第一部分规定的第二点。', []],
    ['（二）样式见附件2。', ['附件2 附件2']],
    ['（二）样式见附件1、2和《某规定》附件3。', ['附件1 附件1', '2 附件2']],
    ['（二）样式（附件1至2）统一。', ['附件1 附件1', '2 附件2']],
    ['（二）按附件1第二条办理。', ['附件1第二条 附件1第二条']],
    ['（二）见附件5。', ['附件5 uncertain']],
    ['（二）附件一般应当齐全，附件3.2版除外。', []],
  ])('in an outline: %s', (words, found) => {
    expect(read(outline(words))).toEqual(found)
  })

  test.each([
    ['another document by its name', '依照《行政处罚法》第三条、第五条和第一条第一款办理。', []],
    ['another document without brackets', '依照刑法第三条、第四条办理。', []],
    ['another document in the same article', '依照该条例第三条办理。', []],
    ['a name with its version', '依照《行政处罚法》（2021年修订）第三条办理。', []],
    ['what was cited of another document', '依照《行政处罚法》第三条办理，同条第二款除外。', []],
    ['a reach back from another document', '有刑法第三百零七条之一前三款行为的。', []],
    ['words that only look like references', '合同条款、基本条件、资本项目、提前款项和目前项目。', []],
    ['bare numbers behind another document', '《行政处罚法》第三条规定的情形，第五条也适用。', ['第五条 uncertain']],
    ['both documents, this one named', '《行政处罚法》第三条和本办法第五条。', ['第五条 第五条']],
    ['this text and another', '本办法和刑法第三条。', []],
    ['what is quoted', '“依照第三条办理”。', ['第三条 uncertain']],
    ['a section, counted anew in each chapter', '依照第一节办理。', ['第一节 uncertain']],
  ])('%s', (_, words, found) => {
    expect(read(frame(words))).toEqual(found)
  })

  test.each([
    ['an article', '依照本办法第九条办理。', ['第九条 absent']],
    ['a paragraph', '依照第三条第三款办理。', ['第三条第三款 absent']],
    ['an item', '依照第二条第（四）项办理。', ['第二条第（四）项 absent']],
    ['three paragraphs of two', '前三款规定的。', ['前三款 absent']],
    ['an item without a list', '依照第一条第一项办理。', ['第一条第一项 uncertain']],
  ])('%s that the text does not hold', (_, words, found) => {
    expect(read(frame(words))).toEqual(found)
  })

  test('前款 in the first paragraph names nothing', () => {
    expect(read('某办法\n第一条　甲。\n第二条　前款规定的。')).toEqual(['前款 absent'])
  })

  test('前项 names the item before it', () => {
    expect(read('某办法\n第一条　下列：\n（一）甲；\n（二）前项以外的乙。')).toEqual(['前项 第一条第一项'])
  })

  test('an enclosed text counts for itself', () => {
    const source = `某局关于印发《某办法》的通知
各县：
现印发《某办法》，按第二条执行。
某局
2026年1月1日
某办法
第一条　甲。
第二条　依照第一条办理。`
    expect(read(source)).toEqual(['第二条 uncertain', '第一条 第一条'])
  })
})
