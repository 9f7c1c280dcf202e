import type { Locale } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'
import type { Fields } from './fault.ts'

/** The sentence of a code of this command, or of a whole key (with a dot), in the language asked for. */
export type Translate = (code: string, fields?: Fields) => string

export const languages: Record<string, Locale> = { zh: 'zh-CN', en: 'en' }

export function translateInto(language: string): Translate {
  const t = translator(languages[language] ?? 'zh-CN')
  return (code, fields = {}) => t((code.includes('.') ? code : `shell.${code}`) as 'shell.usage', fields)
}
