import { createInstance } from 'i18next'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { ComparisonOutline, ComparisonSideBySide, ComparisonUnified } from '#app/components/comparison/index.ts'
import { compare } from '#app/domain/comparison/changes.ts'
import en from '#app/messages/en/comparison.ts'
import zh from '#app/messages/zh/comparison.ts'
import { brokenReferences, chineseOutsideData, wordsOf } from '../render.tsx'
import { law } from '../../domain/comparison/notation.ts'

const words = { zh, en }

function render(element: ReactElement, lng: 'zh' | 'en' = 'zh'): string {
  const i18n = createInstance()
  void i18n.init({
    lng,
    resources: { [lng]: { translation: { comparison: words[lng] } } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  })
  return renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>)
}

const quiet = Array.from(
  { length: 20 },
  (_, at) => `# 第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}类事项由${'子丑寅卯辰巳午未申酉'[at % 10]}单位负责第${at}批登记。`,
)
const old = law(
  ['# 应当自收到之日起十日内答复，处<b>五百元</b>罚款。', ...quiet, '# 依照第一条办理。', '# 本办法由甲单位解释。'],
  'a',
)
const next = law(
  [
    '# 为了甲事项，制定本办法。',
    '# 应当自收到之日起十五日内答复，处<b>五百元</b>罚款。',
    ...quiet,
    '# 依照第二条办理。',
  ],
  'b',
)
const comparison = compare(old, next)

describe.each([
  ['side by side', <ComparisonSideBySide key="side" comparison={comparison} />],
  ['unified', <ComparisonUnified key="unified" comparison={comparison} />],
])('%s', (_, view) => {
  const html = render(view)

  test('changed words are marked, with their name for those who listen', () => {
    expect(html).toContain(`<del data-mark="${zh.deleted} ">十</del>`)
    expect(html).toContain(`<ins data-mark="${zh.inserted} ">十五</ins>`)
    expect(html).toContain(`<ins class="followed" data-mark="${zh.followed} ">第二条</ins>`)
  })

  test('each provision of both sides can be jumped to', () => {
    for (const { oldId, newId } of comparison.rows)
      for (const id of [oldId, newId]) if (id) expect(html).toContain(` id="p-${id}"`)
    expect(brokenReferences(html)).toEqual([])
  })

  test('every state is a word', () => {
    for (const state of [zh.state.inserted, zh.state.deleted, zh.state.changed, zh.state.renumbered])
      expect(wordsOf(html)).toContain(state)
  })

  test('what a text holds stays text', () => {
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>五')
  })

  test('English frames Chinese quotations only', () => {
    const other = render(view, 'en')
    expect(chineseOutsideData(other)).toEqual([])
    expect(other).not.toContain('comparison.')
  })
})

test('a long unchanged stretch is folded, and its articles that only moved up are not', () => {
  const far = compare(law([...quiet, '# 十日内答复申请人。'], 'a'), law([...quiet, '# 五日内答复申请人。'], 'b'))
  const html = render(<ComparisonUnified comparison={far} />)
  expect(html.match(/<details/g)).toHaveLength(1)
  expect(wordsOf(html)).toContain('未改动 18 段，展开')
})

test('the outline links to what changed and says what was added', () => {
  const html = render(<ComparisonOutline comparison={comparison} />)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  const page = render(<ComparisonUnified comparison={comparison} />)
  expect(targets.filter((id) => !page.includes(` id="${id}"`))).toEqual([])
  expect(wordsOf(html)).toMatch(/第一条 新增.*第二条 修改.*第二十三条 删去/)
  expect(brokenReferences(html)).toEqual([])
})

test('identical texts say so', () => {
  expect(wordsOf(render(<ComparisonSideBySide comparison={compare(old, old)} />))).toContain(zh.identical)
})
