import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Data shown as it was written: titles, names, quotations stay Chinese and are marked as Chinese for the reader's voice. */
export const Original = ({ children }: { children: ReactNode }) => <span lang="zh-CN">{children}</span>

// Han characters and Chinese marks, with the digits and quotation marks that stand between them
const chineseRun =
  /([\u3000-\u303f\u3400-\u9fff\uff00-\uffef](?:[\u2014\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef\d]*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])?)/

/** A sentence in the reader's language in which names and quotations of the record stand: those are marked as Chinese. */
export function Sentence({ children }: { children: string }) {
  const { i18n } = useTranslation()
  if (i18n.language.startsWith('zh')) return <>{children}</>
  const parts = children.split(chineseRun).map((words, place) => ({ words, place, isData: place % 2 === 1 }))
  return <>{parts.map(({ words, place, isData }) => (isData ? <Original key={place}>{words}</Original> : words))}</>
}
