import type { LegalText } from './model.ts'

/** 主送机关 as the text names them above its body, without the colon; `undefined` for a text without that line. */
export const addresseeOf = (text: LegalText): string | undefined =>
  text.children.find(({ kind }) => kind === 'addressee')?.text.replace(/[：:]\s*$/, '')
