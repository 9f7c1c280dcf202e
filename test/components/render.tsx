import { MantineProvider } from '@mantine/core'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import { theme } from '#app/components/ui/theme.ts'
import type { Locale } from '#app/messages/locale.ts'
import { i18nOf } from '#app/messages/translator.ts'

/** The markup that the server sends for a component, in a language and at an address. */
export function render(
  element: ReactElement,
  { locale = 'zh-CN', at = '/' }: { locale?: Locale; at?: string } = {},
): string {
  const { pathname, search, hash } = new URL(at, 'http://localhost')
  const route = { id: 'page', path: '*', element }
  const context = {
    basename: '',
    location: { pathname, search, hash, state: null, key: 'default' },
    matches: [{ params: {}, pathname, pathnameBase: '/', route }],
    loaderData: {},
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  }
  const router = createStaticRouter([route], context)
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(locale)}>
      <MantineProvider theme={theme} forceColorScheme="light">
        <StaticRouterProvider router={router} context={context} hydrate={false} />
      </MantineProvider>
    </I18nextProvider>,
  ).replace(/<style[^>]*>.*?<\/style>/gs, '')
}

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))

export const tagsOf = (html: string, names: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<(?:${names})\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag))

export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Controls of a form that nothing names. */
export function namelessControls(html: string): string[] {
  const labels = new Set(tagsOf(html, 'label').map((label) => label.for))
  return tagsOf(html, 'input|select|textarea')
    .filter((control) => control.type !== 'hidden' && !control['aria-label'] && !labels.has(control.id))
    .map((control) => control.name)
}

/** Ids that stand twice, and references that lead nowhere. */
export function brokenReferences(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const used = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, value]) =>
    value!.split(' '),
  )
  return [...twice, ...used.filter((id) => !ids.includes(id))]
}

/** Chinese words that an English reader meets outside an element marked as Chinese. */
export const chineseOutsideData = (html: string): string[] =>
  html.replace(/<(\w+)[^>]*\blang="zh-CN"[^>]*>.*?<\/\1>/gs, '').match(/[\u4e00-\u9fff]+/g) ?? []
