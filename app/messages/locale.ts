export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'

const cookieName = 'locale'
const secondsAYear = 31_536_000

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** Which of the two languages a name that the data holds in both is read in. */
export const wordsIn = (locale: string, names: { zh: string; en: string }): string =>
  locale === 'en' ? names.en : names.zh

/** The language asked for in a `Cookie` header, if it is one of ours. */
export function localeOfCookie(header: string | null | undefined): Locale | null {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`))
  const value = pair?.slice(cookieName.length + 1)
  return isLocale(value) ? value : null
}

/** Cookie, then the account's setting, then Chinese. The browser's own language does not decide: desks are shared. */
export const resolveLocale = (cookieHeader: string | null | undefined, account?: string | null): Locale =>
  localeOfCookie(cookieHeader) ?? (isLocale(account) ? account : defaultLocale)

/** The `Set-Cookie` value that keeps a choice for a year. */
export const localeCookie = (locale: Locale, secure: boolean): string =>
  `${cookieName}=${locale}; Path=/; Max-Age=${secondsAYear}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
