import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { ReactNode } from 'react'
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { DraftField } from '#app/components/text/DraftField.tsx'
import { LegalTextView } from '#app/components/text/LegalTextView.tsx'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import editor from '#app/messages/zh/editor.ts'
import { counted, measure, notice } from '../../editor/texts.ts'

const words = createInstance()
void words.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { translation: { editor } } },
  nsSeparator: false,
  initAsync: false,
  showSupportNotice: false,
})

const html = (node: ReactNode) => renderToString(<I18nextProvider i18n={words}>{node}</I18nextProvider>)
const plain = (markup: string) =>
  markup
    .replace(/<!-- -->/g, '')
    .replace(/<\/(?:p|h\d|tr)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim()

describe('a text to read', () => {
  test('reads as it is printed', () => {
    for (const text of [measure(), notice()]) {
      expect(plain(html(<LegalTextView text={text} />)).replace(/\s+/g, '')).toBe(print(text).replace(/\s+/g, ''))
    }
  })

  test('every provision has its anchor, once', () => {
    const markup = html(<LegalTextView text={measure()} />)
    const anchors = [...markup.matchAll(/ id="p-([^"]+)"/g)].map(([, id]) => id)
    expect(anchors).toEqual(['title', 'c1', 'a1', 'a1p1', 'a1s1', 'a1s2', 'a1p2', 'a2', 'a2p1', 'c2', 'a3', 'a3p1'])
  })

  test('marks stand beside their provisions', () => {
    const markup = html(
      <LegalTextView
        text={measure()}
        marks={
          new Map<string, ReactNode>([
            ['a1s1', <b key="m">两处批注</b>],
            ['a2', '改'],
          ])
        }
      />,
    )
    expect(plain(markup)).toContain('（一）不占用疏散通道；两处批注')
    expect(plain(markup)).toContain('本办法自2027年1月1日起施行。改')
  })

  test('headings follow the level of the page, and none is left out where there are no parts', () => {
    const markup = html(<LegalTextView text={measure()} headingLevel={3} />)
    expect(markup).toMatch(/<h3[^>]*>江城市电动自行车管理办法<\/h3>/)
    expect(markup).toMatch(/<h4[^>]*id="p-c1"/)
  })

  test('a table has rows and a head, and words are never markup', () => {
    const text = {
      format: 1 as const,
      children: [{ id: 'x', kind: 'table' as const, text: '序号 | <b>事项</b>\n1 | 登记', children: [] }],
    }
    const markup = html(<LegalTextView text={text} />)
    expect(markup).toContain('<th scope="col">&lt;b&gt;事项&lt;/b&gt;</th>')
    expect(markup).toContain('<td>登记</td>')
  })
})

test('without script the field is a text area whose lines are read back with their identity', () => {
  const text = measure()
  const markup = html(
    <DraftField text={text} printed={print(text)} revision={1} url="/save" storageKey="k" label="正文" />,
  )
  const [, source] = /<textarea[^>]*name="source"[^>]*>([\s\S]*)<\/textarea>/.exec(markup)!
  expect(markup).not.toContain('name="tree"')
  expect(parse(source!, counted(), text)).toEqual(text)
})
