import { describe, expect, test } from 'vitest'
import { gardenLaws, resolved, shelf } from './laws.ts'

const garden = shelf(gardenLaws, [
  { title: '雕塑管理办法', from: '2015-01-01' },
  { title: '草坪规定' },
  { title: '花卉管理办法', from: '2001-06-01' },
])

const one = (source: string, on = '2026-11-22', options?: Parameters<typeof resolved>[3]) =>
  resolved(garden, source, on, options)[0]!

describe('the state of what is cited', () => {
  test.each([
    // as it stands
    ['依照《园林法》第五条第一项处罚。', null, 'in-force', undefined, undefined],
    ['依照《中华人民共和国园林法》第五条处罚。', null, 'in-force', undefined, undefined],
    ['依照园林法第五条处罚。', null, 'in-force', undefined, undefined],
    // by the wording of the day on which it was written
    ['依照《园林法》第三条开放。', '2012-01-01', 'renumbered', undefined, '第四条'],
    ['依照《园林法》第四条处罚。', '2012-01-01', 'renumbered', undefined, '第五条'],
    ['依照《园林法》第五条管理。', '2012-01-01', 'repealed', 'provision-deleted', ''],
    ['依照《园林法》第一条办理。', '2012-01-01', 'in-force', undefined, undefined],
    ['依照《园林法》执行。', '2012-01-01', 'amended', undefined, ''],
    // by the wording that is named
    ['依照《园林法》（2010年通过）第三条开放。', null, 'in-force', undefined, undefined],
    ['依照《园林法》（2010年版）第三条开放。', null, 'renumbered', undefined, '第四条'],
    ['依照《园林法》（2020年修订）第五条处罚。', null, 'in-force', undefined, undefined],
    // what cannot be told
    ['依照《园林法》第九十九条处罚。', null, 'unresolved', 'no-such-provision', undefined],
    ['依照《雕塑管理办法》执行。', null, 'in-force', undefined, undefined],
    ['依照《雕塑管理办法》第三条执行。', null, 'unresolved', 'text-missing', undefined],
    ['依照《草坪规定》执行。', null, 'unresolved', 'date-unknown', undefined],
    ['依照《园艺法》第三条执行。', null, 'not-in-library', undefined, undefined],
    ['该办法第三条规定的标准。', null, 'unresolved', 'no-document', undefined],
    // others
    ['依照《水景办法》第一条办理。', null, 'not-yet', undefined, undefined],
    ['依照《花卉管理办法》第一条办理。', null, 'repealed', undefined, ''],
  ] as const)('%s written on %s is %s', (source, writtenOn, status, why, now) => {
    const answer = one(source, '2026-11-22', { writtenOn })
    expect([answer.status, answer.why, answer.now?.address]).toEqual([status, why, now])
  })

  test.each([
    ['1982年12月4日第五届全国议事会第五次会议通过　1982年12月4日公告公布施行', '1982-12-04'],
    ['1997年6月5日第58次会议通过\n1997年6月5日第219号令发布\n1997年7月1日 施行', '1997-07-01'],
    ['2016年12月25日第二十五次会议通过', null],
  ])('the note %s says from when an act is in force', (note, from) => {
    const { library } = shelf({ '石山宪法.txt': `石山宪法\n${note}\n第一条　石山属于全体居民。` })
    expect([...library.acts.values()][0]!.versions[0]!.from).toBe(from)
  })

  test('a clause on entry into force counts, however long the tables behind it are', () => {
    const rows = Array.from({ length: 600 }, (_, at) => `税目${at}　每吨${at}元`).join('\n')
    const source = `石税法\n（2016年12月25日通过）\n第一条　本法自2018年1月1日起施行。\n附：税目表\n${rows}`
    const { library } = shelf({ '石税法.txt': source })
    expect([...library.acts.values()][0]!.versions[0]!.from).toBe('2018-01-01')
  })

  test('an act without a first day is in force since an amendment of it is, and nothing is said of the time before', () => {
    const charter = shelf({
      '石山宪法(2018-03-11).txt': '石山宪法\n第一条　石山属于全体居民。\n第二条　山门常开。',
      '石山宪法修正案（1988年）.txt':
        '石山宪法修正案（1988年）\n1988年4月12日第七届议事会第一次会议通过\n1988年4月12日公告第八号公布施行\n第一条　宪法第二条修改为：“山门常开。”',
    })
    const state = (on: string) => {
      const { status, why } = resolved(charter, '依照《石山宪法》办理。', on)[0]!
      return [status, why]
    }
    expect(state('1988-04-12')).toEqual(['in-force', undefined])
    expect(state('1988-04-11')).toEqual(['unresolved', 'date-unknown'])
  })

  test('a repealed document names what repealed it, since when and where', () => {
    expect(one('依照《花卉管理办法》办理。').now).toMatchObject({
      title: '花木条例',
      from: '2022-03-01',
      place: '第三条',
      change: 'repealed',
    })
    expect(one('依照《花卉管理办法》办理。', '2022-02-28').status).toBe('in-force')
  })

  test('a predecessor that the library does not hold is known by the clause that repealed it', () => {
    const without = shelf(gardenLaws)
    expect(resolved(without, '依照《花卉管理办法》办理。', '2026-11-22')[0]!.status).toBe('repealed')
    expect(resolved(without, '依照《花卉管理办法》办理。', '2010-01-01')[0]!.status).toBe('not-in-library')
  })

  test('a number that only the older wording has is followed from there', () => {
    const files = {
      ...gardenLaws,
      '短法(2010-01-01).txt':
        '短法\n（2010年1月1日通过）\n第一条　甲事由园长办理。\n第二条　乙事由园丁办理，不得拖延。\n第三条　本法自2010年2月1日起施行。',
      '短法(2015-01-01).txt':
        '短法\n（2010年1月1日通过　2015年1月1日修订）\n第一条　乙事由园丁办理，不得拖延。\n第二条　本法自2015年2月1日起施行。',
    }
    const answers = resolved(shelf(files), '依照《短法》第三条、第一条办理。', '2026-01-01')
    expect(answers.map(({ status, now }) => [status, now?.address])).toEqual([
      ['renumbered', '第二条'],
      ['in-force', undefined],
    ])
  })

  test('the wording in force on the day counts, not the latest', () => {
    const answer = one('依照《园林法》第四条处罚。', '2015-01-01')
    expect([answer.status, answer.target?.version]).toEqual(['in-force', '2010-03-01'])
    expect(answer.target?.words).toContain('五百元')
  })

  test('of a range the gravest state is told', () => {
    expect(one('依照《园林法》第一条至第五条办理。', '2026-11-22', { writtenOn: '2012-01-01' }).status).toBe('repealed')
  })

  test('a text is not warned of what it repeals itself', () => {
    const own = '花木条例\n第一条　甲。\n第二条　本条例自2022年3月1日起施行。《花卉管理办法》同时废止。'
    const states = resolved(garden, own, '2026-11-22', { title: '花木条例' }).map(({ status }) => status)
    expect(states).toEqual(['in-force'])
  })
})

describe('provisions of the text itself', () => {
  test('第三条 behind another document in the same sentence may be its article, and nothing is guessed', () => {
    const draft = '甲办法\n第一条　违反《园林法》第一条的规定，情节符合第三条的，处理。\n第二条　乙。\n第三条　丙。'
    const states = resolved(garden, draft, '2026-01-01', { title: '甲办法' }).map(({ quote, status, why }) => [
      quote,
      status,
      why,
    ])
    expect(states).toEqual([
      ['《园林法》第一条', 'in-force', undefined],
      ['第三条', 'unresolved', 'uncertain'],
    ])
  })

  const draft = `甲办法
第一条　为了管理，制定本办法。
第二条　有下列情形之一的，应当报告：
（一）损坏的；
（二）丢失的，但有前项情形的除外。
发生前款第二项情形的，由园长处理。
前两款的报告应当书面提出。
依照本条前两款报告的，可以合并提出。
第三条　本条第一款、前条第一款第一项和本办法第二条适用第九条。
第四条　违反第二条第五款的，处理。`
  const answers = resolved(shelf({}), draft, '2026-01-01', { title: '甲办法' })

  test.each([
    ['前项', 'in-force', '第二条第一款第一项'],
    ['前款第二项', 'in-force', '第二条第一款第二项'],
    ['前两款', 'in-force', '第二条第一款至第二条第二款'],
    ['本条前两款', 'in-force', '第二条第二款至第二条第三款'],
    // An article with one paragraph is cited without it.
    ['本条第一款', 'in-force', '第三条'],
    ['前条第一款第一项', 'in-force', '第二条第一款第一项'],
    ['本办法第二条', 'in-force', '第二条'],
    ['第九条', 'unresolved', undefined],
    ['第二条第五款', 'unresolved', undefined],
  ])('%s is %s: %s', (quote, status, address) => {
    const answer = answers.find((one) => one.quote === quote)!
    expect([answer.status, answer.target?.address]).toEqual([status, address])
  })

  test('in a decision to amend, 第二条 is another document’s and nothing is guessed', () => {
    const decision = '关于修改《甲办法》的决定\n一、将第二条修改为：“第二条　乙。”'
    const states = resolved(garden, decision, '2026-01-01', { title: '关于修改《甲办法》的决定' })
    expect(states.map(({ status, why }) => [status, why])).toEqual([
      ['unresolved', 'no-document'],
      ['unresolved', 'no-document'],
    ])
  })
})
