import { createContext, useContext } from 'react'
import { isLocale, type Locale } from '#app/messages/locale.ts'

/** What the page must know of its request even where every loader failed. */
export type RequestInfo = { id?: string; locale?: Locale }

/** Filled by the server entry. The browser reads the same from the document, so that both draw one page. */
export const RequestInfoContext = createContext<RequestInfo>({})

export function useRequestInfo(): RequestInfo {
  const given = useContext(RequestInfoContext)
  if (typeof document === 'undefined') return given
  const { lang, dataset } = document.documentElement
  return { id: dataset.request, locale: isLocale(lang) ? lang : undefined }
}
