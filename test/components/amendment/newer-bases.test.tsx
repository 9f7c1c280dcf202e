import { describe, expect, test } from 'vitest'
import { LinkedText, NewerBases, PendingConflicts, type ShownBase } from '#app/components/amendment/index.ts'
import { compare } from '#app/domain/comparison/changes.ts'
import { parse } from '#app/domain/text/parse.ts'
import { brokenReferences, chineseOutsideData, render, wordsOf } from '../render.tsx'

let count = 0
const text = (days: string) => parse(`某市园林条例\n第一条　在${days}内答复。`, () => `p${++count}`)
const collision = {
  kind: 'both-changed' as const,
  base: '在十日内答复。',
  draft: '在七日内答复。',
  newBase: '在五日内答复。',
}
const articles = [{ article: '第一条', collisions: [collision] }]
const wording = (made: ShownBase['made']): ShownBase => ({ key: 'wording', matter: null, on: '2026-02-01', made })
const done = (found: typeof articles): ShownBase['made'] => ({
  state: 'done',
  value: { ok: true, value: { articles: found, comparison: compare(text('七日'), text('五日')) } },
})
const shown = (newer: ShownBase, locale: 'zh-CN' | 'en' = 'zh-CN', draft: number | null = 3) =>
  render(
    <NewerBases
      newer={[newer]}
      lawId="garden"
      title="某市园林条例"
      draft={draft}
      form={(_, hasCollisions) => <p data-form="">{hasCollisions ? 'with' : 'without'}</p>}
    />,
    { locale },
  )

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test('a newer wording is shown with what cannot both stand, what the draft becomes, and the form that takes it up', () => {
    const html = shown(wording(done(articles)), locale)
    for (const words of ['在七日内答复。', '在五日内答复。', '第一条']) expect(wordsOf(html)).toContain(words)
    expect(html).toContain('href="/library/garden"')
    expect(wordsOf(html)).toMatch(/with$/)
    expect(wordsOf(shown(wording(done([])), locale))).toMatch(/without$/)
    expect(brokenReferences(html)).toEqual([])
    if (locale === 'en') expect(chineseOutsideData(html)).toEqual([])
  })

  test('what cannot be carried over says why and offers no form', () => {
    const cases: ShownBase['made'][] = [
      { state: 'done', value: { ok: false, error: 'decision' } },
      { state: 'done', value: { ok: false, error: 'unread' } },
      null,
    ]
    const said = cases.map((made) => shown(wording(made), locale))
    expect(said.some((html) => html.includes('data-form'))).toBe(false)
    expect(new Set(said.map(wordsOf)).size).toBe(2)
    expect(shown(wording(done(articles)), locale, null)).not.toContain('data-form')
  })

  test('what has no address is called by its kind', () => {
    const conflict = {
      address: 'title',
      a: [{ no: 1, quote: '将名称修改为……' }],
      b: [{ no: 1, quote: '将名称修改为……' }],
    }
    const html = render(<PendingConflicts conflicts={[conflict]} names={{ ours: 'a', theirs: 'b' }} />, { locale })
    expect(wordsOf(html)).toContain(locale === 'en' ? 'Title' : '标题')
    expect(html).not.toContain('>title<')
  })

  test('what was left to decide when the draft was carried over stays listed beside the link', () => {
    const linked = {
      mode: 'amends' as const,
      title: '某市园林条例',
      registeredMatterId: null,
      amendedLawId: 'garden',
      reason: '条例已修正。',
      at: '2026-03-02T09:00:00+08:00',
      person: '何起草',
    }
    const html = (carried?: { articles: typeof articles }) =>
      wordsOf(
        render(<LinkedText linked={{ ...linked, ...(carried && { carried }) }} wording="2026-02-01" />, { locale }),
      )
    expect(html({ articles })).toContain('在七日内答复。')
    expect(html({ articles: [] })).toBe(html())
  })
})
