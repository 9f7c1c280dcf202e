import { keepsSystem } from '#app/domain/access/roles.ts'
import type { AppLoadContext } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { translator } from '#app/messages/translator.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { requireViewer } from '../auth.server.ts'
import { csv } from '../export/csv.server.ts'
import { findIssuerNames, findOwnMatters, type PublishedLine } from '../repositories/register.server.ts'
import { world } from '../world.server.ts'
import { listAsked, publishedList } from './public-view.server.ts'

const listed = 50

/** The register as the workbench shows it; the matter behind a line opens only for units that take part in it. */
export async function registerPage(request: Request, context: AppLoadContext) {
  const viewer = await requireViewer(request, context)
  const { client } = world().database
  const asked = await listAsked(request)
  const { rows, ...list } = await publishedList(asked, { enteredOnly: true, take: listed })
  const own = keepsSystem(viewer.post.roles)
    ? new Set<string>()
    : await findOwnMatters(
        client,
        viewer.post.unit.id,
        rows.map(({ matterId }) => matterId),
      )
  return {
    asked,
    ...list,
    rows: rows.map((row) => ({ ...row, opens: own.has(row.matterId) })),
    issuers: await findIssuerNames(client),
  }
}

const columns: ReadonlyArray<{ head: string; value: (line: PublishedLine, t: TFunction) => string | null }> = [
  { head: 'vocabulary.number-title', value: (line) => line.title },
  { head: 'vocabulary.number-document', value: (line) => line.documentNumber },
  { head: 'vocabulary.number-register', value: (line) => line.registerNumber },
  { head: 'publication.issuer', value: (line) => line.issuerName },
  { head: 'publication.dates.writtenOn', value: (line) => line.issuedOn },
  { head: 'publication.dates.publishedOn', value: (line) => line.publishedOn },
  { head: 'publication.dates.effectiveOn', value: (line) => line.effectiveOn },
  {
    head: 'register.ends',
    value: (line) => [...new Set([line.endsEarliest, line.endsLatest])].filter(Boolean).join(' / '),
  },
  { head: 'publication.repealedOn', value: (line) => line.repealedOn },
  { head: 'register.state', value: (line, t) => t(`publication.states.${line.state}`) },
]

/** Every line that the address asks for, in the reader's language. */
export async function registerCsv(request: Request, context: AppLoadContext) {
  const viewer = await requireViewer(request, context)
  const t = translator(resolveLocale(request.headers.get('Cookie'), viewer.locale))
  const asked = await listAsked(request)
  const { rows } = await publishedList({ ...asked, page: 1 }, { enteredOnly: true, take: 100_000 })
  const lines = rows.map((line) => columns.map(({ value }) => value(line, t) ?? ''))
  return { name: `register-${asked.on}.csv`, bytes: csv([columns.map(({ head }) => t(head)), ...lines]) }
}
