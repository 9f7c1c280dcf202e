import { describe, expect, test } from 'vitest'
import type { Operation, Target } from '#app/domain/amendment/instruction.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { printAddress, type Address } from '#app/domain/text/address.ts'
import { corpusDir, corpusFiles, readCorpus } from '#test/support/corpus.ts'

const at = (address: Address | null) => (address ? printAddress(address) : '')
const where = ({ address, part }: Target) => [at(address), part].filter(Boolean).join(' ')
const lines = (wording: string[] | null) => (wording ? wording.join('/') : '')

function say(operation: Operation): string {
  switch (operation.op) {
    case 'replace': {
      const { targets, as, wording } = operation
      return ['replace', targets.map(where), as.length ? `as ${as.map(at)}` : [], lines(wording)].flat().join(' ')
    }
    case 'renumber':
      return `renumber ${operation.from.map(at)} as ${operation.to.map(at)}`
    case 'insert': {
      const { kind, under, after, provisions } = operation
      const into = [at(under) && `in ${at(under)}`, at(after) && `after ${at(after)}`].filter(Boolean)
      return [`insert ${kind}`, ...into, ...provisions.map(({ as, wording }) => `${at(as)}: ${lines(wording)}`)].join(
        ' ',
      )
    }
    case 'delete':
      return `delete ${operation.targets.map(where)}`
    case 'replace-words': {
      const except = operation.except.length ? ` except ${operation.except.map(where)}` : ''
      return `words ${operation.targets.map(where)} ${operation.pairs.map(({ from, to }) => `${from}→${to}`)}${except}`
    }
    case 'insert-words':
      return `add ${operation.targets.map(where)} ${operation.side} ${operation.anchor}: ${operation.words}`
    case 'merge':
      return `merge ${operation.from.map(at)} as ${at(operation.as)} ${lines(operation.wording)}`
    case 'split':
      return `split ${at(operation.from)} ${operation.provisions.map(({ as, wording }) => `${at(as)}: ${lines(wording)}`)}`
    case 'move':
      return `move ${at(operation.from)} to ${at(operation.to)} ${lines(operation.wording)}`
    default:
      return operation.op
  }
}

const read = (words: string) => {
  const { documents, unread } = readDecision(words)
  expect(unread).toEqual([])
  return documents.flatMap(({ instructions }) => instructions.map(({ operation }) => say(operation).trim()))
}

describe('one order', () => {
  test.each([
    ['一、将第四条修改为：“甲。”', ['replace 第四条 甲。']],
    ['一、将第四条修改为:“甲。\n“乙。”', ['replace 第四条 甲。/乙。']],
    ['1.将第二条修改为：\n“下列情形：\n（一）甲；\n（二）乙。”', ['replace 第二条 下列情形：/（一）甲；/（二）乙。']],
    ['1.将第二条修改为：\n甲。\n乙。\n2.删除第三条。', ['replace 第二条 甲。/乙。', 'delete 第三条']],
    ['一、将第五十九条改为第六十一条，修改为：“甲。”', ['replace 第五十九条 as 第六十一条 甲。']],
    ['一、将第二条修改为第六条：\n“甲。”', ['replace 第二条 as 第六条 甲。']],
    ['一、将第十八条改为第十九条，删去第二款。', ['renumber 第十八条 as 第十九条', 'delete 第十八条第二款']],
    ['一、删去第二款，将第三款中的“甲”修改为“乙”。', ['delete 第二款', 'words 第三款 甲→乙']],
    ['一、第八条至第十条改为第九条至第十一条。', ['renumber 第八条,第九条,第十条 as 第九条,第十条,第十一条']],
    ['一、增加一条，作为第三条：“甲。”', ['insert article 第三条: 甲。']],
    [
      '一、在刑法第一百六十二条后增加一条，作为第一百六十二条之一：“甲。”',
      ['insert article after 第一百六十二条 第一百六十二条之一: 甲。'],
    ],
    [
      '一、增加二条，作为第四条、第五条：“第四条　甲。\n“第五条　乙。”',
      ['insert article 第四条: 第四条　甲。 第五条: 第五条　乙。'],
    ],
    [
      '一、将第十四条改为第十八条，增加二款，作为第二款、第三款：“甲。\n“乙。”',
      ['renumber 第十四条 as 第十八条', 'insert paragraph in 第十四条 第十八条第二款: 甲。 第十八条第三款: 乙。'],
    ],
    [
      '一、第二十七条第一款增加一项，作为第五项：“（五）甲”。',
      ['insert subparagraph in 第二十七条第一款 第二十七条第一款第五项: （五）甲'],
    ],
    ['一、删除第三条、第五条至第七条。', ['delete 第三条,第五条,第六条,第七条']],
    [
      '一、将第十三条中的“甲”修改为“乙”；将第四十六条、第一百三十七条中的“丙”修改为“丁”。',
      ['words 第十三条 甲→乙', 'words 第四十六条,第一百三十七条 丙→丁'],
    ],
    [
      '一、将第二十六条改为第二十四条，其中的“甲”修改为“乙”，“丙”修改为“丁”，删去其中的“戊”。',
      ['renumber 第二十六条 as 第二十四条', 'words 第二十六条 甲→乙', 'words 第二十六条 丙→丁', 'words 第二十六条 戊→'],
    ],
    ['一、将第三条中的“甲”、“乙”分别修改为“丙”、“丁”。', ['words 第三条 甲→丙,乙→丁']],
    ['一、将相关条文中的“帐”修改为“账”。', ['words whole 帐→账']],
    ['一、将文中“甲”修改为“乙”，但第五十条中的“甲”除外。', ['words whole 甲→乙 except 第五十条']],
    ['一、将名称、第三条中的“甲”修改为“乙”。', ['words title,第三条 甲→乙']],
    ['一、在第一条中的“甲”后增加“乙”。', ['add 第一条 after 甲: 乙']],
    ['一、第一条第二款开始部分增加规定：“甲”。', ['add 第一条第二款 before : 甲']],
    ['一、将第十条、第二十五条合并，作为第十条，修改为：“甲。”', ['merge 第十条,第二十五条 as 第十条 甲。']],
    ['一、将第三章并入第二章，删去第二十四条。', ['merge 第二章,第三章 as', 'delete 第二十四条']],
    ['一、将第八条第三款单列一条，作为第四十九条，修改为：“甲。”', ['move 第八条第三款 to 第四十九条 甲。']],
    ['一、将第二条第三款移作第五条第二款。', ['move 第二条第三款 to 第五条第二款']],
    [
      '一、将第十三条第二款改为第十六条，第一款改为第十七条。',
      ['move 第十三条第二款 to 第十六条', 'move 第十三条第一款 to 第十七条'],
    ],
    [
      '一、将第九条改为两条，作为第十二条、第十三条，修改为：\n“第十二条　甲。\n“乙。\n“第十三条　丙。”',
      ['split 第九条 第十二条: 第十二条　甲。/乙。,第十三条: 第十三条　丙。'],
    ],
    ['一、将第四章章名修改为“甲”。', ['replace 第四章 heading 甲']],
    ['1.将名称修改为：\n“甲规定”\n2.将引言修改为：\n“为了甲。”', ['replace title 甲规定', 'replace preamble 为了甲。']],
    [
      '一、第五条条首部分修改为：“甲”;并增加一项作为第三项规定：“乙”',
      ['replace 第五条 lead 甲', 'insert subparagraph in 第五条 第五条第三项: 乙'],
    ],
    ['一、原第二款作为第三款。', ['renumber 第二款 as 第三款']],
    ['1.条文顺序作相应调整。', ['renumber-rest']],
    ['此外，对条文顺序和个别文字作相应调整和修改。', ['renumber-rest', 'unspecified']],
    ['一、将第三条修改为：“本办法所称“甲”，是指乙。”', ['replace 第三条 本办法所称“甲”，是指乙。']],
    [
      '一、增加一章，作为第七章“公布”；增加二条，分别作为第九条至第十条。内容如下：\n“第七章　公布\n“第九条　甲。\n“第十条　乙。”',
      ['insert chapter 第七章: 第七章　公布/第九条　甲。/第十条　乙。'],
    ],
  ])('%s', (words, operations) => expect(read(words)).toEqual(operations))
})

describe('a decision', () => {
  test('on several documents keeps them apart', () => {
    const { documents, statements, unread } = readDecision(
      [
        '某市人民政府关于修改《甲办法》等二件规章的决定',
        '经研究，决定对《甲办法》等二件规章作如下修改：',
        '一、《甲办法》',
        '（一）删去第三条。',
        '二、对《乙办法》作出修改',
        '（一）将第二条中的“甲”修改为“乙”。',
        '三、将《丙办法》第五条修改为：“丁。”',
        '本决定自公布之日起施行。',
        '《甲办法》等二件规章根据本决定作相应修改，重新公布。',
      ].join('\n'),
    )
    expect(unread).toEqual([])
    expect(documents.map(({ title, instructions }) => [title, instructions.map(({ no }) => no)])).toEqual([
      ['甲办法', [1]],
      ['乙办法', [2]],
      ['丙办法', [3]],
    ])
    expect(statements.map(({ says }) => says)).toEqual(['head', 'lead', 'lead', 'lead', 'effect', 'republication'])
  })

  test('names what it cannot read, with its line', () => {
    const { unread } = readDecision('关于修改《甲办法》的决定\n一、第三条换成“甲”。')
    expect(unread).toEqual([{ line: 2, quote: '第三条换成“甲”', why: 'sentence', document: '甲办法' }])
  })

  test('whose wording has no closing mark before the next order is told', () => {
    const { unread, documents } = readDecision('一、将第三条修改为：“甲。\n二、删去第四条。')
    expect(unread.map(({ why }) => why)).toEqual(['quotation'])
    expect(documents[0]!.instructions).toHaveLength(2)
  })
})

describe.skipIf(!corpusDir)('the amending decisions of the corpus', () => {
  const decisions = corpusFiles('pairs/decisions', '.txt').map((file) => ({
    file,
    ...readDecision(readCorpus('pairs/decisions', file)),
  }))

  test('are read, or named where the source has lost characters', () => {
    const count = (sum: number, list: unknown[]) => sum + list.length
    const instructions = decisions.flatMap(({ documents }) => documents.flatMap(({ instructions }) => instructions))
    const unread = decisions.flatMap(({ file, unread }) => unread.map(({ line }) => `${file}:${line}`))
    expect(instructions.length).toBeGreaterThanOrEqual(1360)
    expect(decisions.map(({ statements }) => statements).reduce(count, 0)).toBeGreaterThanOrEqual(290)
    // 三十删去 for 三十一、删去, labels 之二、之三 lost, marks never closed, 十一条 without 第.
    expect(unread).toHaveLength(11)
  })

  test('on several texts name each of them', () => {
    const several = decisions.filter(({ documents }) => documents.length > 1).map(({ documents }) => documents.length)
    expect(several.sort((one, other) => other - one)).toEqual([29, 27, 18, 3])
  })
})

test('a list of forty articles is read as one order', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => `第${toChinese(at + 1)}条`)
  const words = `关于修改《某法》的决定\n对《某法》作如下修改：\n一、删去${numbers.join('、')}。\n二、将${numbers.join('、')}合并。`
  const [document] = readDecision(words).documents
  expect(document!.instructions[0]!.operation).toMatchObject({ op: 'delete', targets: { length: 40 } })
})
