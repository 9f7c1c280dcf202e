import { describe, expect, test } from 'vitest'
import { parse } from '#app/domain/text/parse.ts'
import { readValidity } from '#app/domain/text/validity.ts'

const read = (words: string, publishedOn?: string) => {
  let count = 0
  return readValidity(
    parse(words, () => `p${++count}`),
    publishedOn,
  )
}
const clause = (words: string, publishedOn?: string) =>
  read(`临江市停车管理办法\n第一条　为了规范停车，制定本办法。\n第二条　${words}`, publishedOn)

describe('first day in force', () => {
  test.each([
    ['本办法自2026年1月1日起施行。', undefined, '2026-01-01', 'stated'],
    ['本办法自二〇二六年十月一日起施行。', undefined, '2026-10-01', 'stated'],
    ['本办法自公布之日起施行。', '2026-03-05', '2026-03-05', 'on-publication'],
    ['本办法自发布之日起施行。', undefined, null, 'on-publication'],
    ['本办法自印发之日起30日后施行。', '2026-03-01', '2026-04-01', 'after-publication'],
    ['本办法自2026年2月30日起施行。', undefined, null, 'stated'],
    ['新建项目自2020年1月1日起执行新标准。', undefined, null, 'not-stated'],
  ])('%s', (words, publishedOn, date, reading) =>
    expect(clause(words, publishedOn).effective).toMatchObject({ date, reading }),
  )

  test('30日后 has a second reading', () => {
    expect(clause('本办法自印发之日起30日后施行。', '2026-03-01').effective.alternative).toBe('2026-03-31')
  })
})

describe('last day in force', () => {
  test.each([
    ['本办法自2021年1月1日起施行，有效期5年。', ['2026-01-01 anniversary', '2025-12-31 day-before']],
    ['本办法自2024年2月29日起施行，有效期为二年。', ['2026-02-28 anniversary', '2026-02-27 day-before']],
    ['本办法自2026年3月1日起施行，有效期至2031年12月31日。', ['2031-12-31 stated']],
    ['本办法自公布之日起施行，有效期三年。', ['null anniversary', 'null day-before']],
    ['本办法自公布之日起三十日后施行，有效期五年。', ['null anniversary', 'null day-before']],
    ['本办法自印发之日起满3个月施行，有效期3年。', ['null anniversary', 'null day-before']],
    ['本办法自2026年3月1日起试行，试行期一年。', ['2027-03-01 anniversary', '2027-02-28 day-before']],
    ['本办法自2026年3月1日起施行。停车许可证发证后，有效期为五年。', []],
    ['本办法自2026年3月1日起施行。备案自准予之日起生效，有效期为10年。', []],
    ['本办法自2026年3月1日起施行。', []],
  ])('%s', (words, ends) => expect(clause(words).end.map(({ date, reading }) => `${date} ${reading}`)).toEqual(ends))
})

describe('repeal, trial and interpretation', () => {
  test('titles with their numbers, before or behind', () => {
    const { repeals } = clause(
      '本办法自2026年1月1日起施行。《临江市道路停车办法》（临政发〔2018〕3号）、《关于执行〈停车规则〉的通知》和' +
        '2014年7月30日临江市人民政府令第4号公布的《临江市停车场规定》同时废止。',
    )
    expect(repeals.map(({ title, number }) => [title, number])).toEqual([
      ['临江市道路停车办法', '临政发〔2018〕3号'],
      ['关于执行〈停车规则〉的通知', undefined],
      ['临江市停车场规定', '临江市人民政府令第4号'],
    ])
  })

  test('a title that is merely named is not repealed', () => {
    expect(clause('停车设施依照《城乡规划条例》建设；被依法废止的标准不再适用。').repeals).toEqual([])
  })

  test('trial and interpreter', () => {
    const validity = read('临江市停车管理办法（试行）\n第一条　本办法由市公安局负责解释。')
    expect(validity).toMatchObject({ trial: true, interpreter: { name: '市公安局' } })
  })

  test('the enclosed text speaks before its carrier', () => {
    const text =
      '临江市人民政府关于印发临江市停车管理办法的通知\n各县（区）人民政府：\n现将《临江市停车管理办法》印发给你们，请遵照执行。' +
      '\n临江市人民政府\n2026年2月1日\n临江市停车管理办法\n第一条　本办法自2026年3月1日起施行，有效期5年。'
    expect(read(text)).toMatchObject({
      effective: { date: '2026-03-01' },
      end: [{ date: '2031-03-01' }, { date: '2031-02-28' }],
    })
  })
})
