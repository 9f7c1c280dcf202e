import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationsIn, namesForFinding } from '#app/domain/citation/find.ts'
import { printRange } from '#app/domain/citation/resolve.ts'

const names = namesForFinding([
  '民法典',
  '行政处罚法',
  '公司法',
  '合同法',
  '宪法',
  '刑法',
  '优化营商环境条例',
  '药品管理法',
])

/** What is found in a line: form, document and provision, one line each. */
const found = (source: string) =>
  citationsIn(source, { names }).map(({ form, title, number, relative, address, until }) =>
    [form, title ?? number ?? relative ?? '', printRange(address, until)].filter(Boolean).join(' '),
  )

/** Sentences of the project in the forms that real texts use, each with every citation in it. */
const rows: Array<[string, string[]]> = [
  ['依照《中华人民共和国行政处罚法》第三十条的规定处理。', ['title 中华人民共和国行政处罚法 第三十条']],
  ['依据《行政处罚法》第三十条第一款第二项。', ['title 行政处罚法 第三十条第一款第二项']],
  ['《食品安全法》第34条第（一）项', ['title 食品安全法 第三十四条第一项']],
  ['《食品安全法》第 三十四 条第(一)项', ['title 食品安全法 第三十四条第一项']],
  ['《江湖法》（2018年修订）第五条第二款第（三）项', ['title 江湖法 第五条第二款第三项']],
  ['《刑法》第一百二十条之一第二款', ['title 刑法 第一百二十条之一第二款']],
  [
    '《行政许可法》第十四条、第十五条和第十七条',
    ['title 行政许可法 第十四条', 'title 行政许可法 第十五条', 'title 行政许可法 第十七条'],
  ],
  [
    '《行政许可法》第十二条第一项、第三项，第十五条第一款、第二款',
    [
      'title 行政许可法 第十二条第一项',
      'title 行政许可法 第十二条第三项',
      'title 行政许可法 第十五条第一款',
      'title 行政许可法 第十五条第二款',
    ],
  ],
  ['《行政许可法》第十四条至第十七条', ['title 行政许可法 第十四条至第十七条']],
  ['违反《水法》第一百零九条所列第十项的', ['title 水法 第一百零九条第十项']],
  ['按照《甲条例》第三章和第四章第二节执行', ['title 甲条例 第三章', 'title 甲条例 第四章第二节']],
  [
    '根据《甲法》、《乙条例》和《国务院关于加强丙工作的意见》（国发〔2018〕5号）制定本办法。',
    ['title 甲法', 'title 乙条例', 'title 国务院关于加强丙工作的意见'],
  ],
  [
    '《最高人民法院关于适用〈中华人民共和国民法典〉若干问题的解释》第二条',
    ['title 最高人民法院关于适用〈中华人民共和国民法典〉若干问题的解释 第二条'],
  ],
  ['《市政府关于修改《城市绿化办法》的决定》自公布之日起施行', ['title 市政府关于修改《城市绿化办法》的决定']],
  ['《市政府关于修改<城市绿化办法>的决定》', ['title 市政府关于修改<城市绿化办法>的决定']],
  ['适用民法典第五条。', ['name 民法典 第五条']],
  ['依照中华人民共和国公司法第二十条的规定', ['name 中华人民共和国公司法 第二十条']],
  ['除药品管理法第九十九条另有规定外', ['name 药品管理法 第九十九条']],
  ['公司法人应当依法登记，公司法定代表人签字。', []],
  ['劳动合同法第八条规定的内容', ['name 劳动合同法 第八条']],
  ['依照专利法第十二条的规定', ['name 专利法 第十二条']],
  ['根据宪法，制定本法。由宪法和法律委员会审议。', ['name 宪法']],
  ['依照本办法第十条第二款的规定', ['own 第十条第二款']],
  ['本条例第三条之一、第五条至第七条', ['own 第三条之一', 'own 第五条至第七条']],
  ['违反第十二条规定的', ['own 第十二条']],
  ['本条第二款规定的期限', ['relative 本条 第二款']],
  [
    '在刑法第二百九十一条后增加一条，作为第二百九十一条之一：',
    ['name 刑法 第二百九十一条', 'name 刑法 第二百九十一条之一'],
  ],
  ['增加两条，作为第五条、第六条：', []],
  ['违反本条前两款规定的', ['relative 本条前两款']],
  ['本条前款第二项所称单位', ['relative 本条前款 第二项']],
  ['前款规定的事项，前两款所称单位', ['relative 前款', 'relative 前两款']],
  ['有前款第一项、第三项情形之一的', ['relative 前款 第一项', 'relative 前款 第三项']],
  ['前项规定的材料，前条规定的程序', ['relative 前项', 'relative 前条']],
  ['违反《水法》第五条的，依照同法第六十条处罚。', ['title 水法 第五条', 'same 水法 第六十条']],
  ['《绿化办法》已经废止。该办法第三条规定的标准继续执行。', ['title 绿化办法', 'that 绿化办法 第三条']],
  ['该办法第三条规定的标准', ['that 第三条']],
  ['该办法由市政府解释。', []],
  ['该法律援助机构、同法律相抵触、该法院、该条例外情形', []],
  [
    '《中华人民共和国水土保持法》（以下简称《水土保持法》）施行后，按照《水土保持法》第五条办理。',
    ['title 中华人民共和国水土保持法', 'short 中华人民共和国水土保持法 第五条'],
  ],
  [
    '《甲市绿化管理若干规定（试行）》（以下称“规定”）自下月施行，按照规定第五条办理。',
    ['title 甲市绿化管理若干规定（试行）', 'short 甲市绿化管理若干规定（试行） 第五条'],
  ],
  ['按照国办发〔2018〕37号执行', ['number 国办发〔2018〕37号']],
  ['《关于加强管理的通知》（国办发[2018]37号）', ['title 关于加强管理的通知']],
  ['国务院令第713号公布的《重大行政决策程序暂行条例》', ['title 重大行政决策程序暂行条例']],
  ['持有《药品生产许可证》并填写《登记表》', []],
  ['结婚登记的根本目的、基本目标、资本项目、样本款式、以前条件不变', []],
  ['《绿化办法》（甲府令第5号）同时废止。', ['title 绿化办法']],
  ['符合前款、本条第一款规定条件的。', ['relative 前款', 'relative 本条 第一款']],
  ['项目下达前款项不予支付，提前款项除外。', []],
  ['经宪法和法律授权。', ['name 宪法']],
  [
    '根据《甲决定》修订 2018年12月18日中华人民共和国国务院令第707号公布',
    ['title 甲决定', 'number 中华人民共和国国务院令第707号'],
  ],
  ['填写《暂存物品清单》，通报见《内部通报》。', []],
  ['列入《两用物项管制清单》和《关于三起事故的通报》的。', ['title 两用物项管制清单', 'title 关于三起事故的通报']],
  ['| 《大气法》（2018年修订）第一百二十二条第一款 | 罚款 |', ['title 大气法 第一百二十二条第一款']],
]

describe('citations in sentences', () => {
  test.each(rows)('%s', (source, expected) => {
    expect(found(source)).toEqual(expected)
  })

  test('a citation keeps its place and the words that say what it is for', () => {
    const source = '单位违反《水法》第五条、第六条的，依照民法典第五条办理。'
    const citations = citationsIn(source, { names })
    expect(citations.map(({ start, end }) => source.slice(start, end))).toEqual([
      '《水法》第五条',
      '第六条',
      '民法典第五条',
    ])
    expect(citations.map(({ manner }) => manner)).toEqual(['违反', '违反', '依照'])
  })

  test('the number and the wording behind a title belong to it', () => {
    const [citation] = citationsIn('《通知》（国发〔2018〕5号）（2019年修订）（以下简称《通知》）第三条')
    expect(citation).toMatchObject({ title: '通知', number: '国发〔2018〕5号', version: '2019年修订' })
  })

  test('a clause of repeal is told from one that relies on what it names', () => {
    const manners = citationsIn('依照《甲条例》处罚。《乙办法》、《丙规定》同时废止。').map(({ manner }) => manner)
    expect(manners).toEqual(['依照', '废止', '废止'])
  })

  test('a short name holds from where it is given, also in later lines', () => {
    const citations = citationsIn(['根据《甲市档案法》（以下简称档案法）制定。', '依照档案法第五条办理。'])
    expect(citations.map(({ form, title, passage }) => [form, title, passage])).toEqual([
      ['title', '甲市档案法', 0],
      ['short', '甲市档案法', 1],
    ])
  })

  test('every quote stands where it says, in order and without overlap, whatever the words are', () => {
    const pieces = fc.constantFrom(
      '《水法》',
      '第三条',
      '第一款',
      '、',
      '前款',
      '本条',
      '同法',
      '（',
      '）',
      '《',
      '》',
      '民法典',
      '依照',
      '至',
      '的',
      '以下简称',
      '国发〔2018〕5号',
      '废止',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (words) => {
        const source = words.join('')
        let last = 0
        for (const { start, end, quote } of citationsIn(source, { names })) {
          expect(source.slice(start, end)).toBe(quote)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })
})
