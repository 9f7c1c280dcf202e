import { describe, expect, test } from 'vitest'
import { CommentForm } from '#app/components/review/comment-form.tsx'
import type { ListedCitation } from '#app/components/citation/citation-table.tsx'
import { brokenReferences, chineseOutsideData, namelessControls, render, tagsOf, wordsOf } from '../render.tsx'

const act = { actId: 'garden', title: '园林法' }
const citation: ListedCitation = {
  provisionId: 'p3',
  place: '第三条',
  quote: '《园林法》第三条',
  status: 'renumbered',
  why: null,
  document: '园林法',
  lawId: 'garden',
  address: '第三条',
  from: null,
  words: '公园每日开放。',
  now: { title: '园林法', actId: 'garden', from: null, version: null, address: '第四条', change: 'renumbered' },
  verification: 'verified',
  quotable: [
    { ...act, label: '第三条', isNow: false },
    { ...act, label: '第四条', isNow: true },
  ],
}
const unknown: ListedCitation = {
  ...citation,
  quote: '《园艺法》第九条',
  status: 'not-in-library',
  document: '园艺法',
  lawId: null,
  now: null,
  verification: null,
  quotable: [],
}
const form = (article: { lawId: string; title: string; label: string; text: string } | null, locale?: 'en') =>
  render(
    <CommentForm
      offer={{ act: 'make-comment', open: true, unmet: [], formKey: 'key', people: [] }}
      revision={1}
      versionId="v1"
      target={{
        provision: { id: 'p3', address: '第三条', words: '依照《园林法》第三条、《园艺法》第九条办理。' },
        cited: [citation, unknown],
        article,
      }}
      phrases={[]}
      quote=""
      onQuote={() => {}}
      lawTo={(chosen) => `?${new URLSearchParams({ law: chosen?.lawId ?? '', article: chosen?.label ?? '' })}`}
    />,
    { locale },
  )

describe('what the clause under comment cites', () => {
  test('stands with its state, and its articles are a link away from the comment', () => {
    const html = form(null)
    const links = tagsOf(html, 'a').filter((link) => 'data-cited' in link)
    expect(links.map(({ href }) => decodeURIComponent(href!))).toEqual([
      expect.stringContaining('law=garden&amp;article=第三条'),
      expect.stringContaining('law=garden&amp;article=第四条'),
    ])
    expect(wordsOf(html)).toMatch(/第三条.*条号已变.*现为.*第四条.*《园艺法》第九条.*法规库未收录/)
    expect([namelessControls(html), brokenReferences(html)]).toEqual([[], []])
  })

  test('the article chosen is marked and goes along in the form', () => {
    const html = form({ lawId: 'garden', title: '园林法', label: '第四条', text: '公园每日开放。' })
    const chosen = tagsOf(html, 'a').filter((link) => link['aria-current'] === 'true')
    expect(chosen.map(({ href }) => decodeURIComponent(href!))).toEqual([expect.stringContaining('第四条')])
    const hidden = tagsOf(html, 'input').filter(({ type }) => type === 'hidden')
    expect(hidden).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'lawId', value: 'garden' }),
        expect.objectContaining({ name: 'articleLabel', value: '第四条' }),
      ]),
    )
  })

  test('in English the law stays as it was written', () => {
    expect(chineseOutsideData(form(null, 'en'))).toEqual([])
  })
})
