import { describe, expect, test } from 'vitest'
import { factsToReconsider, openHints } from '#app/domain/matter/fact-hints.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { factsOf, latestVersion } from '#app/domain/matter/matter.ts'
import { matterFacts } from '#app/domain/matter/records.ts'
import { law } from '#test/domain/comparison/notation.ts'
import { calendar, must, type Played } from '#test/support/play.ts'
import { articles, facts as roadFacts, walkTo } from '#test/support/road.ts'

const none = matterFacts.parse({
  affectsRights: false,
  marketRelated: false,
  majorDecision: false,
  severalPowers: false,
  emergency: false,
  money: false,
  posts: false,
  prices: false,
  licences: false,
  specialGroup: false,
})
const base = ['# 本办法规范犬只饲养。', '# 养犬人管理其犬只。']
const hints = (after: string, facts = none) =>
  factsToReconsider(law(base), law([base[0]!, after]), facts).map(({ fact, words }) => `${fact}: ${words.join('、')}`)

describe('a text against a fact answered with no', () => {
  test.each<[string, string, string[]]>([
    ['a fine', '# 养犬人违反规定的，处以罚款。', ['affectsRights: 罚款']],
    ['a licence', '# 养犬人取得养犬许可。', ['affectsRights: 许可', 'licences: 许可']],
    ['a subsidy for firms', '# 给予防疫企业补贴。', ['marketRelated: 企业、补贴', 'money: 补贴']],
    ['a deposit', '# 养犬人缴纳保证金。', ['affectsRights: 保证金', 'prices: 保证金']],
    ['the disabled', '# 残疾人饲养导盲犬除外。', ['specialGroup: 残疾人']],
    ['words of every document', '# 养犬人应当管理其犬只。', []],
  ])('%s', (_, after, expected) => {
    expect(hints(after)).toEqual(expected)
  })

  test('is no hint where the fact is yes or unknown', () => {
    expect(hints('# 养犬人取得养犬许可。', { ...none, affectsRights: null, licences: true })).toEqual([])
  })

  test('names the provisions into which the words came', () => {
    const after = law([base[0]!, '# 养犬人缴纳保证金。'])
    expect(factsToReconsider(law(base), after, none)[0]!.provisionIds).toEqual([after.children[1]!.children[0]!.id])
  })

  test('is no hint where words only went elsewhere', () => {
    const lines = ['# 养犬人缴纳保证金。', '# 养犬人管理其犬只。']
    expect(factsToReconsider(law(lines), law([...lines].reverse()), none)).toEqual([])
  })
})

describe('the determination of a matter', () => {
  const stale = ({ matter }: Played) => factsFor(matter, '2026-03-02', calendar)['determination.stale']
  const saved = (played: Played, words: string) =>
    must(played, {
      by: 'drafter',
      act: 'save-version',
      input: {
        baseVersionId: latestVersion(played.matter)!.payload.versionId,
        name: '又一稿',
        source: articles(6, words),
      },
    })

  test('is reopened by an edit that speaks against a fact, and stands again once the facts are determined', () => {
    const drafted = walkTo('drafting')
    expect(stale(drafted)).toBe(false)
    const edited = saved(drafted, '应当缴纳保证金')
    expect(openHints(edited.matter)).toMatchObject([{ fact: 'prices', words: ['保证金'] }])
    expect(stale(edited)).toBe(true)
    const confirmed = must(edited, {
      by: 'drafter',
      act: 'change-facts',
      input: { facts: roadFacts, reason: '保证金依照上位法收取，不涉及价格。' },
    })
    expect(factsOf(confirmed.matter)!.prices).toBe(false)
    expect(stale(confirmed)).toBe(false)
    expect(stale(saved(confirmed, '应当办理许可'))).toBe(true)
  })

  test('is left alone by an edit of other words', () => {
    expect(stale(saved(walkTo('drafting'), '应当公平办理'))).toBe(false)
  })
})
