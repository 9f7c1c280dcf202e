import { createInstance, type i18n, type TFunction } from 'i18next'
import en from './en.ts'
import { type Locale, locales } from './locale.ts'
import zh from './zh.ts'

function create(locale: Locale): i18n {
  const instance = createInstance()
  void instance.init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    // keys carry no namespace, and a colon may stand in one
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  })
  return instance
}

// one instance a language for the life of the process: nothing of a request is ever kept in it
const instances = new Map(locales.map((locale) => [locale, create(locale)]))

export const i18nOf = (locale: Locale): i18n => instances.get(locale)!

/** The words of a language outside React: titles, error pages, logs, letters. Values are not escaped. */
export const translator = (locale: Locale): TFunction => i18nOf(locale).t
