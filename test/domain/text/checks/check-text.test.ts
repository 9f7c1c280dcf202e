import { describe, expect, test } from 'vitest'
import { checkText } from '#app/domain/text/checks/check-text.ts'
import { parse } from '#app/domain/text/parse.ts'
import { sourceLines } from '#app/domain/text/source-lines.ts'
import zh from '#app/messages/zh/checks.ts'
import { corpusDir, corpusFiles, readCorpus } from '#test/support/corpus.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

function findings(source: string) {
  const text = parse(source, newId())
  return checkText(text, sourceLines(text, source))
}

const inArticles = (...articles: string[]) => ['某市某办法', ...articles, '第九十九条'].slice(0, -1).join('\n')
const last = '本办法自2026年1月1日起施行。'
const told = (source: string) =>
  findings(source).map(({ weight, why, line, address }) => `${line} ${address} ${weight} ${why.code}`)

describe('a text that is in order', () => {
  test('has no findings', () => {
    const source = inArticles(
      '第一条　为了规范某事（以下简称事项），制定本办法。',
      '第二条　有下列情形之一的，不予办理：',
      '（一）不满十八周岁的；',
      '（二）事项超过三十日的。',
      '前款第一项规定的，依照第三条办理。',
      `第三条　${last}《某市某规定》同时废止。`,
    )
    expect(told(source)).toEqual([])
  })
})

describe('what the checks find', () => {
  test.each([
    [
      'other things than acts in a list of acts',
      ['第一条　有下列行为之一的，处罚款：', '（一）倾倒垃圾的；', '（二）其他影响市容的情形。', `第二条　${last}`],
      ['4 第一条第二项 note list-kind'],
    ],
    [
      'two names of one department',
      ['第一条　市园林局负责管理。', '第二条　报市园林主管部门备案。', `第三条　${last}`],
      ['3 第二条 note department-two-names'],
    ],
    ['a duty with 必须', ['第一条　施工单位必须公示。', `第二条　${last}`], ['2 第一条 note must']],
    [
      'an entry into force before the end',
      [`第一条　${last}`, '第二条　公园免费开放。'],
      ['2 第一条 note effect-not-last'],
    ],
    ['a gap', ['第一条　甲。', `第三条　${last}`], ['3 第三条 warning number-gap']],
    [
      'a second of the same',
      ['第一条　甲。', '第二条　乙。', '第二条　丙。', `第三条　${last}`],
      ['4 第二条 error number-repeated'],
    ],
    ['an absent article', ['第一条　依照本办法第五条办理。', `第二条　${last}`], ['2 第一条 error reference-absent']],
    [
      'an absent article that may be of another text',
      ['第一条　依照第五条办理。', `第二条　${last}`],
      ['2 第一条 warning reference-absent'],
    ],
    ['nothing before', ['第一条　前款规定的。', `第二条　${last}`], ['2 第一条 warning reference-nothing-before']],
    ['a name never used', ['第一条　某某事项（以下简称事件）。', `第二条　${last}`], ['2 第一条 warning term-unused']],
    [
      'a definition never used',
      ['第一条　本办法所称犬只，是指狗。', `第二条　${last}`],
      ['2 第一条 warning term-unused'],
    ],
    [
      'marks of a list',
      ['第一条　下列：', '（一）甲；', '（二）乙。', '（三）丙；', `第二条　${last}`],
      ['4 第一条第二项 note list-mark', '5 第一条第三项 note list-last-mark'],
    ],
    [
      'a boundary said both ways',
      ['第一条　超过三十日以上的。', `第二条　${last}`],
      ['2 第一条 warning boundary-contradicts'],
    ],
    [
      'a number in both cases',
      ['第一条　一万元以下的，免除；一万元以上的，追缴。', `第二条　${last}`],
      ['2 第一条 note boundary-overlap'],
    ],
    ['no day of effect', ['第一条　甲。'], ['2 第一条 warning effect-missing']],
    ['working days', ['第一条　本办法自公布之日起十个工作日后施行。'], ['2 第一条 note effect-needs-calendar']],
    ['two readings of a term', [`第一条　本办法自2026年1月1日起施行，有效期5年。`], ['2 第一条 note end-two-readings']],
    [
      'a repeal of something unnamed',
      ['第一条　本办法自2026年1月1日起施行。以前的有关规定同时废止。'],
      ['2 第一条 warning repeal-unnamed'],
    ],
    [
      'wording',
      ['第一条　甲，但乙除外，按照《中华人民共和国某某法》办理。', `第二条　${last}`],
      ['2 第一条 note but', '2 第一条 note according-to-law'],
    ],
    [
      'another name for itself',
      ['第一条　违反本规定第二条的，依照本办法处罚。', `第二条　${last}`],
      ['2 第一条 warning own-name'],
    ],
    [
      'a name used before it is given',
      ['第一条　户外招牌应当牢固。', '第二条　面向道路的招牌（以下简称户外招牌）应当登记。', `第三条　${last}`],
      ['3 第二条 note term-early'],
    ],
    [
      'a name given twice',
      [
        '第一条　某市城管局（以下简称主管部门）负责。',
        '第二条　某县城管局（以下简称主管部门）协助主管部门。',
        `第三条　${last}`,
      ],
      ['3 第二条 note term-twice'],
    ],
    [
      'a law by a short title, once',
      ['第一条　根据《行政处罚法》制定。', '第二条　依照《行政处罚法》第三条办理。', `第三条　${last}`],
      ['2 第一条 note law-short-title'],
    ],
    [
      'a law without marks',
      ['第一条　违反规定的，依照行政处罚法第三条办理。', `第二条　${last}`],
      ['2 第一条 note law-without-marks'],
    ],
    [
      'a mark without its partner',
      ['第一条　依照《某某条例办理。', `第二条　${last}`],
      ['2 第一条 warning mark-unpaired'],
    ],
    [
      'double quotation marks in double ones',
      ['第一条　标明“符合“某某”标准”字样。', `第二条　${last}`],
      ['2 第一条 note nested-quotes'],
    ],
    [
      'terms in both numerals, once',
      ['第一条　三十日内受理，20日内办结，5日内送达。', `第二条　${last}`],
      ['2 第一条 note numbers-mixed'],
    ],
    [
      'a prohibition with a subject',
      ['第一条　任何单位和个人禁止占用。', `第二条　${last}`],
      ['2 第一条 note prohibition-subject'],
    ],
  ])('%s', (_, articles, found) => {
    expect(told(inArticles(...articles))).toEqual(found)
  })

  test.each([
    ['another document calls itself so in marks', '第一条　按照“本规定第二条”办理。'],
    ['what an upper law says of itself', '第一条　某法第三条所称依照本法规定计算，是指折算。'],
    ['the title of an office document is no law', '第一条　根据《处罚办法》和《某省绿化条例》制定。'],
    ['a name that the text gave', '第一条　根据《某某法》（以下简称处罚法）制定，依照处罚法第三条办理。'],
    ['labels with half a bracket', '第一条　下列：1）甲，2）乙；（三）丙。'],
    ['single marks within double ones', '第一条　标明“符合‘某某’标准”字样。'],
    ['days of the calendar and numbers of documents', '第一条　三十日内按国发〔2018〕5号和2026年1月1日的名录办理。'],
    ['to forbid as one of two', '第一条　可以限制或者禁止通行，当事人禁止令除外。'],
  ])('nothing: %s', (_, article) => {
    const codes = told(inArticles(article, `第二条　${last}`)).map((line) => line.split(' ').at(-1))
    expect(codes.filter((code) => code !== 'law-short-title' && code !== 'term-unused')).toEqual([])
  })

  test('the table of contents against the headings', () => {
    const source = `某市某办法\n目录\n第一章　总则\n第二章　管理\n第一章　总则\n第一条　甲。\n第二章　监督\n第二条　${last}`
    expect(told(source)).toEqual(['2  warning contents-extra', '7 第二章 warning contents-missing'])
  })

  test('both readings of a term are told as days', () => {
    const [found] = findings(inArticles('第一条　本办法自2026年1月1日起施行，有效期5年。'))
    expect(found!.why.fields).toEqual({ later: '2031-01-01', earlier: '2030-12-31' })
  })
})

test('超过 that is denied is a limit and contradicts nothing', () => {
  expect(told(inArticles('第一条　不超过三十日以内的。', `第二条　${last}`))).toEqual([])
})

describe.skipIf(!corpusDir)('laws of the corpus', () => {
  const found = corpusFiles('laws/法律', '.txt').flatMap((name) => findings(readCorpus('laws/法律', name)))

  test('have no errors: what looks like one is a mistake of the check', () => {
    expect(found.filter(({ weight }) => weight === 'error')).toEqual([])
  })

  test('have few warnings', () => {
    expect(found.filter(({ weight }) => weight === 'warning').length).toBeLessThan(100)
  })

  test('every finding has a line and a sentence', () => {
    expect(found.filter(({ line, why }) => line === null || !(why.code in zh.why))).toEqual([])
  })
})
