import { expect, test } from 'vitest'
import { localeCookie, resolveLocale } from '#app/messages/locale.ts'
import { i18nOf, translator } from '#app/messages/translator.ts'

test.each([
  ['locale=en', 'zh-CN', 'en'],
  ['a=1; locale=zh-CN; b=2', 'en', 'zh-CN'],
  ['locale=fr', 'en', 'en'],
  ['xlocale=en', undefined, 'zh-CN'],
  [null, 'en', 'en'],
  [undefined, 'nonsense', 'zh-CN'],
])('cookie %j and account %j give %s', (cookie, account, locale) => {
  expect(resolveLocale(cookie, account)).toBe(locale)
})

test('the cookie that is set is read again', () => {
  expect(resolveLocale(localeCookie('en', true).split(';')[0])).toBe('en')
  expect(localeCookie('en', true)).toMatch(/HttpOnly; Secure$/)
})

test('words are there at once, in the language asked for, and values are not escaped', () => {
  expect(translator('en')('errors.pages.404.title')).toBe('Page not found')
  expect(translator('zh-CN')('errors.summary.who', { who: '<司法局>' })).toBe('由<司法局>补充')
  expect(translator('en')('layout.navigationCount', { count: 1 })).toBe('1 item')
  expect(translator('en')('layout.navigationCount', { count: 2 })).toBe('2 items')
  expect(i18nOf('en')).toBe(i18nOf('en'))
})
