import '@mantine/core/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/table.css'
import './styles/matter.css'
import './styles/comparison.css'
import './styles/editor.css'
import './styles/document.css'
import './styles/drafting.css'
import './styles/ledger.css'
import './styles/oversight.css'
import './styles/print.css'
import { MantineProvider, mantineHtmlProps } from '@mantine/core'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { I18nextProvider } from 'react-i18next'
import { isHeldForm, SessionOver } from './components/auth/held-form.tsx'
import { AppShell } from './components/layout/app-shell.tsx'
import { askAgainSeconds, asksAgain } from './components/layout/ask-again.ts'
import { ErrorPage, errorStatusOf } from './components/layout/error-page.tsx'
import { titleWords } from './components/layout/page-meta.ts'
import { PublicShell } from './components/layout/public-shell.tsx'
import { useRequestInfo } from './components/layout/request-info.ts'
import { shellChoice } from './components/layout/shell-choice.ts'
import type { ShellData } from './components/layout/types.ts'
import { NonceContext } from './components/nonce.ts'
import { theme } from './components/ui/theme.ts'
import { defaultLocale, type Locale, resolveLocale } from './messages/locale.ts'
import { i18nOf, translator } from './messages/translator.ts'
import { type Viewer, viewerOf } from './server/auth.server.ts'
import { buildMark, version } from './server/build.server.ts'
import { keepsSystem } from './domain/access/roles.ts'
import { clockOf } from './server/clock.server.ts'
import { countUnread } from './server/repositories/notices.server.ts'
import { database } from './server/db.server.ts'
import { settings } from './server/env.server.ts'
import { navigationFor } from './server/pages/navigation.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { mode } = settings()
  const [clock, viewer] = await Promise.all([clockOf(database().client, { mode }), viewerOf(request, context)])
  const locale = resolveLocale(request.headers.get('Cookie'), viewer?.locale)
  const shell: ShellData = {
    viewer: viewer && shownViewer(viewer),
    clock: clock.offset === 'real' ? null : clock.now(),
    mode,
    navigation: viewer ? await navigationFor(viewer, new URL(request.url).pathname.replace(/\.data$/, ''), locale) : [],
    ...(viewer && !keepsSystem(viewer.post.roles) && { unread: await countUnread(database().client, viewer.personId) }),
    about: { version, build: buildMark() },
  }
  return { locale, requestId: context.requestId, shell }
}

/** The desk's count and the place in the navigation are of every page that is opened. */
export const shouldRevalidate = () => true

/** What the frame shows of a person: nothing that the browser need not know. */
const shownViewer = ({ name, post, posts }: Viewer) => ({
  name,
  post: post.title,
  unit: post.unit.name,
  roles: post.roles,
  posts: posts.map(({ id, title, unit }) => ({ id, title, unit: unit.name, current: id === post.id })),
})

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const locale = data?.locale ?? defaultLocale
  const t = translator(locale)
  if (!error) return [{ title: `${t('common.product')}${t('common.titleSeparator')}${t('common.productSubtitle')}` }]
  return [{ title: titleWords(locale, t(`errors.pages.${statusOf(error)}.title`), { isError: true }) }]
}

const statusOf = (error: unknown) => errorStatusOf(isRouteErrorResponse(error) ? error.status : 500)

function useLocale(): Locale {
  const data = useRouteLoaderData<typeof loader>('root')
  const info = useRequestInfo()
  return data?.locale ?? info.locale ?? defaultLocale
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const locale = useLocale()
  const data = useRouteLoaderData<typeof loader>('root')
  const info = useRequestInfo()
  const matches = useMatches()
  return (
    <html lang={locale} data-request={data?.requestId ?? info.id} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {asksAgain(matches) && (
          <noscript>
            <meta httpEquiv="refresh" content={String(askAgainSeconds)} />
          </noscript>
        )}
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18nOf(locale)}>
          <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce ?? ''}>
            {children}
          </MantineProvider>
        </I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** The frame that the innermost route asks for. */
function Frame({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const matches = useMatches()
  const choice = shellChoice(
    matches.map((match) => match.handle),
    shell.viewer !== null,
  )
  if (choice === 'none') return <>{children}</>
  if (choice === 'public') return <PublicShell shell={shell}>{children}</PublicShell>
  return <AppShell shell={shell}>{children}</AppShell>
}

export default function App() {
  const { shell } = useRouteLoaderData<typeof loader>('root')!
  return (
    <Frame shell={shell}>
      <Outlet />
    </Frame>
  )
}

/** What stands where even the frame's data could not be had. */
const bareShell: ShellData = { viewer: null, clock: null, mode: 'production', navigation: [], about: { version: '' } }

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  const info = useRequestInfo()
  const shell = data?.shell ?? bareShell
  if (isRouteErrorResponse(error) && error.status === 401 && isHeldForm(error.data))
    return (
      <PublicShell shell={{ ...shell, viewer: null }}>
        <SessionOver held={error.data} />
      </PublicShell>
    )
  const page = (
    <ErrorPage status={statusOf(error)} requestId={data?.requestId ?? info.id} signedIn={shell.viewer !== null} />
  )
  const Shell = shell.viewer ? AppShell : PublicShell
  return <Shell shell={shell}>{page}</Shell>
}
