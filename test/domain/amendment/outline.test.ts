import { describe, expect, test } from 'vitest'
import { applyInstructions } from '#app/domain/amendment/apply.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}

const notice = [
  '某市人民政府关于加强公园管理的通知',
  '各区人民政府，市政府各部门：',
  '为了加强公园管理，现就有关事项通知如下：',
  '一、总体要求',
  '坚持公益性质，方便群众游览。',
  '坚持安全第一。',
  '二、主要任务',
  '（一）健全管理制度。各区应当在入口处公示开放时间。',
  '（二）完善设施：',
  '1.配备无障碍设施；',
  '2.设置标识牌。',
  '三、工作要求',
  '各区应当加强领导。',
  '附件：1.公园名录',
  '2.收费标准',
  '某市人民政府',
  '2020年3月1日',
  '附件1',
  '公园名录',
  '| 序号 | 名称 | 面积 |',
  '| 1 | 中山公园 | 12公顷 |',
  '| 2 | 人民公园 | 8公顷 |',
  '附件2',
  '公园收费标准',
  '第一条　公园门票为五元。',
  '第二条　儿童免费，按照第一条收费的应当公示。',
]

const apply = (decision: string) => {
  const { documents, unread } = readDecision(decision)
  expect(unread).toEqual([])
  return applyInstructions(parse(notice.join('\n'), ids('p')), documents[0]!.instructions, { newId: ids('n') })
}
const lines = (decision: string) => {
  const { text, outcomes } = apply(decision)
  expect(outcomes.map(({ state }) => state)).toEqual(outcomes.map(() => 'applied'))
  return print(text).split('\n')
}
const came = (decision: string) => lines(decision).filter((line) => !notice.includes(line))
const went = (decision: string) => {
  const now = lines(decision)
  return notice.filter((line) => !now.includes(line))
}

describe('an order on an outline 一、（一）1.', () => {
  test.each([
    ['一、将第二部分第（一）项修改为：“（一）健全制度。”', ['（一）健全制度。']],
    ['一、将第二条第（一）项中的“公示”修改为“公布”。', ['（一）健全管理制度。各区应当在入口处公布开放时间。']],
    ['一、将第二部分第二项第一目修改为：“1.配备无障碍设施和饮水设施；”', ['1.配备无障碍设施和饮水设施；']],
    ['一、将第二条第（二）项第2点修改为：“2.设置双语标识牌。”', ['2.设置双语标识牌。']],
    ['一、将第一部分第二自然段修改为：“坚持安全优先。”', ['坚持安全优先。']],
    ['一、将第一部分第一自然段修改为：“坚持公益。”', ['坚持公益。']],
    ['一、将第二部分第一项第一自然段修改为：“健全制度。”', ['（一）健全制度。']],
    ['一、将第一部分标题修改为：“总体目标”。', ['一、总体目标']],
    ['一、第二部分增加一项，作为第三项：“（三）加强巡查。”', ['（三）加强巡查。']],
    [
      '一、第二部分第二项增加一目，作为第一目：“1.修缮道路；”',
      ['1.修缮道路；', '2.配备无障碍设施；', '3.设置标识牌。'],
    ],
    ['一、第一部分增加一段，作为第二自然段：“坚持免费开放。”', ['坚持免费开放。']],
    [
      '一、增加一部分，作为第三部分：“三、监督检查\n“市园林部门每年检查一次。”',
      ['三、监督检查', '市园林部门每年检查一次。', '四、工作要求'],
    ],
    ['一、将附件说明修改为：“附件：公园名录”。', ['附件：公园名录']],
  ])('%s', (decision, expected) => expect(came(decision)).toEqual(expected))

  test.each([
    ['一、删去第二部分第一项。', ['（一）健全管理制度。各区应当在入口处公示开放时间。', '（二）完善设施：']],
    ['一、删去第一部分第二自然段。', ['坚持安全第一。']],
    ['一、删去附件说明。', ['附件：1.公园名录', '2.收费标准']],
  ])('%s', (decision, expected) => expect(went(decision)).toEqual(expected))

  test('what comes in at the end stands before signature and annexes', () => {
    const now = lines('一、增加一部分，作为第四部分：“四、附则\n“本通知自印发之日起施行。”')
    expect(now.slice(13, 16)).toEqual(['四、附则', '本通知自印发之日起施行。', '附件：1.公园名录'])
  })
})

describe('an order on an annex', () => {
  test.each([
    ['一、将附件2第一条修改为：“公园门票为十元。”', ['第一条　公园门票为十元。']],
    ['一、将附件2《公园收费标准》第一条中的“五元”修改为“十元”。', ['第一条　公园门票为十元。']],
    ['一、将附件2中的“五元”修改为“十元”。', ['第一条　公园门票为十元。']],
    [
      '一、附件2增加一条，作为附件2第一条：“收费应当公开。”',
      ['第一条　收费应当公开。', '第二条　公园门票为五元。', '第三条　儿童免费，按照第二条收费的应当公示。'],
    ],
    ['一、将附件2标题修改为：“公园门票标准”。', ['公园门票标准']],
    ['一、将附件2修改为：“附件2\n“公园收费办法\n“公园免费。”', ['公园收费办法', '公园免费。']],
    ['一、增加一个附件，作为附件1：“巡查表”。', ['巡查表', '附件3']],
  ])('%s', (decision, expected) => expect(came(decision)).toEqual(expected))

  test('one that goes takes its text with it, the other is 附件', () => {
    const { text } = apply('一、删去附件1。')
    expect(print(text).split('\n').slice(-4)).toEqual([
      '附件',
      '公园收费标准',
      '第一条　公园门票为五元。',
      '第二条　儿童免费，按照第一条收费的应当公示。',
    ])
  })

  test('its articles are not those of another annex', () =>
    expect(apply('一、将附件1第一条修改为：“公园。”').outcomes.map(({ state }) => state)).toEqual(['not-found']))
})

describe('an order on a table', () => {
  test.each([
    ['一、将附件1表格第三行修改为：“2 | 人民公园 | 9公顷”。', ['| 2 | 人民公园 | 9公顷 |']],
    ['一、将附件1中的表格第三行修改为：“| 2 | 人民公园 | 9公顷 |”。', ['| 2 | 人民公园 | 9公顷 |']],
    ['一、附件1表格增加一行，作为第四行：“3 | 湖滨公园 | 5公顷”。', ['| 3 | 湖滨公园 | 5公顷 |']],
    ['一、将附件1表格中的“8公顷”修改为“9公顷”。', ['| 2 | 人民公园 | 9公顷 |']],
    ['一、将附件1表格修改为：“序号 | 名称\n“1 | 中山公园”', ['| 序号 | 名称 |', '| 1 | 中山公园 |']],
  ])('%s', (decision, expected) => expect(came(decision)).toEqual(expected))

  test('删去一行', () => expect(went('一、删去附件1表格第二行。')).toEqual(['| 1 | 中山公园 | 12公顷 |']))

  test('rows that were counted without the head of the table are not guessed', () =>
    expect(apply('一、将附件1表格第二行修改为：“2 | 人民公园 | 9公顷”。').outcomes[0]!.state).toBe('ambiguous'))

  test('two orders on one row are in conflict, one on a row that is not there finds nothing', () => {
    const two =
      '一、将附件1表格第二行修改为：“1 | 中山公园 | 9公顷”。\n二、删去附件1表格第二行。\n三、删去附件1表格第九行。'
    expect(apply(two).outcomes.map(({ state }) => state)).toEqual(['conflict', 'conflict', 'not-found'])
  })
})
