import { expect, test } from 'vitest'
import {
  ActionRail,
  AppShell,
  ErrorPage,
  errorStatuses,
  errorStatusOf,
  pageMeta,
  PublicShell,
  safeReturnTo,
  shellChoice,
  type ShellData,
} from '#app/components/layout/index.ts'
import { Page } from '#app/components/ui/index.ts'
import { brokenReferences, chineseOutsideData, namelessControls, render, tagsOf, wordsOf } from '../render.tsx'

const shell: ShellData = {
  viewer: {
    name: '张三',
    post: '科长',
    unit: '清宁市司法局',
    roles: ['review-officer'],
    posts: [
      { id: 'p1', title: '科长', unit: '清宁市司法局', current: true },
      { id: 'p2', title: '联络员', unit: '清宁市政府办公室', current: false },
    ],
  },
  clock: '2026-09-18T01:30:00Z',
  mode: 'demo',
  navigation: [
    { to: '/desk', label: 'Desk', current: true, count: 4 },
    { to: '/register', label: 'Register', current: false },
  ],
  about: { version: '0.1.0', build: 'abc123' },
}

test.each(['zh-CN', 'en'] as const)('the workbench names its parts and every control: %s', (locale) => {
  const html = render(
    <AppShell shell={shell}>
      <Page title="T" rail={<ActionRail actions={[]} />}>
        x
      </Page>
    </AppShell>,
    { locale, at: '/desk?tab=done&q=1' },
  )
  expect(namelessControls(html)).toEqual([])
  expect(brokenReferences(html)).toEqual([])
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(tagsOf(html, 'nav').every((nav) => nav['aria-label'])).toBe(true)
  expect(tagsOf(html, 'form').map(({ method, action }) => [method, action])).toEqual([
    ['get', '/search'],
    ['post', '/locale'],
    ['post', '/post'],
    ['post', '/sign-out'],
  ])
  expect(html).toContain('name="returnTo" value="/desk?tab=done&amp;q=1"')
  if (locale === 'en') expect(chineseOutsideData(html)).toEqual([])
})

test('the secrecy banner stands on every page, the moved clock while it is moved', () => {
  expect(wordsOf(render(<AppShell shell={shell}>x</AppShell>))).toContain('演示时钟：2026年9月18日 09:30')
  const html = render(
    <PublicShell shell={{ ...shell, viewer: null, clock: null, mode: 'production', navigation: [] }}>x</PublicShell>,
  )
  expect(wordsOf(html)).toContain('本系统不处理涉密事项')
  expect(html).not.toContain('演示')
  expect(html).toContain('href="/sign-in"')
})

test('the footer gives version, build and the accessibility statement', () => {
  const html = render(<AppShell shell={shell}>x</AppShell>)
  expect(wordsOf(html)).toContain('版本 0.1.0 构建 abc123 无障碍声明')
})

test('an act that is not possible yet is no link and opens to its reasons', () => {
  const source = { title: '某办法', locus: '第五条', verification: 'memory' as const }
  const html = render(
    <ActionRail
      actions={[
        { key: 'a', label: '提交审议', to: '/a', reasons: [{ text: '缺合法性审核意见', who: '司法局', source }] },
        { key: 'b', label: '退回', to: '/b', primary: true },
      ]}
    />,
  )
  expect(tagsOf(html, 'a').map(({ href }) => href)).toEqual(['/b'])
  expect(wordsOf(html)).toContain('提交审议 暂不能办 缺合法性审核意见（由司法局补充） 依据 《某办法》第五条')
})

test.each(errorStatuses)(
  'the page for %i says what to do, with the number of the request, in both languages',
  (status) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const html = render(<ErrorPage status={status} requestId="r-77" />, { locale })
      expect(html).toContain('r-77')
      expect(html).toContain('href="/"')
      expect(html).not.toContain('errors.pages')
      if (locale === 'en') expect(chineseOutsideData(html)).toEqual([])
    }
  },
)

test('unknown statuses are drawn as a general error', () => {
  expect([404, 418, 409, 503].map(errorStatusOf)).toEqual([404, 500, 500, 500])
})

test.each([
  ['/desk?tab=done', '/desk?tab=done'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\n/b', '/'],
  [null, '/'],
  ['', '/'],
  ['/', '/'],
  ['/\t/evil.example', '/'],
])('the way back stays on this site: %j', (given, to) => {
  expect(safeReturnTo(given)).toBe(to)
})

test('the innermost route chooses the frame; a visitor gets the public one', () => {
  expect(shellChoice([undefined, { shell: 'public' }, undefined], true)).toBe('public')
  expect(shellChoice([{ shell: 'public' }, { shell: 'none' }], true)).toBe('none')
  expect(shellChoice([undefined], true)).toBe('workbench')
  expect(shellChoice([undefined], false)).toBe('public')
})

test('the title of a document is in the language of the page, an error first', () => {
  const matches = [{ id: 'root', data: { locale: 'en' } }]
  expect(pageMeta(matches, { key: 'layout.search.label' })).toEqual([{ title: 'Find a matter or document · Wenheng' }])
  expect(pageMeta([], { text: '办法' }, { isError: true })).toEqual([{ title: '错误：办法 · 文衡' }])
})
