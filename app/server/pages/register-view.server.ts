import { keepsSystem } from '#app/domain/access/roles.ts'
import type { ExecutionState } from '#app/domain/matter/execution.ts'
import type { AppLoadContext } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { translator } from '#app/messages/translator.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { requireViewer } from '../auth.server.ts'
import { type Column, sheetAnswer } from '../export/sheet.server.ts'
import { findExecutionStates } from '../repositories/executions.server.ts'
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
  const lines = await withExecution(rows)
  return {
    asked,
    ...list,
    rows: lines.map((line) => ({ ...line, opens: own.has(line.matterId) })),
    issuers: await findIssuerNames(client),
  }
}

/** Lines with how the execution of what is a major decision stands. */
async function withExecution(rows: readonly PublishedLine[]): Promise<SheetLine[]> {
  const states = await findExecutionStates(
    world().database.client,
    rows.map(({ matterId }) => matterId),
  )
  return rows.map((row) => ({ ...row, execution: states.get(row.matterId) ?? null }))
}

type SheetLine = PublishedLine & { execution: ExecutionState | null }

const columns = (t: TFunction): Array<Column<SheetLine>> => [
  { head: t('vocabulary.number-title'), width: 48, value: (line) => line.title },
  { head: t('vocabulary.number-document'), value: (line) => line.documentNumber },
  { head: t('vocabulary.number-register'), value: (line) => line.registerNumber },
  { head: t('publication.issuer'), value: (line) => line.issuerName },
  { head: t('publication.dates.writtenOn'), kind: 'date', value: (line) => line.issuedOn },
  { head: t('publication.dates.publishedOn'), kind: 'date', value: (line) => line.publishedOn },
  { head: t('publication.dates.effectiveOn'), kind: 'date', value: (line) => line.effectiveOn },
  {
    // Two dates where the term can be read in two ways.
    head: t('register.ends'),
    value: (line) => [...new Set([line.endsEarliest, line.endsLatest])].filter(Boolean).join(' / '),
  },
  { head: t('publication.repealedOn'), kind: 'date', value: (line) => line.repealedOn },
  { head: t('register.state'), value: (line) => t(`publication.states.${line.state}`) },
  {
    head: t('matters.tabs.execution'),
    value: ({ execution }) => execution && t(`vocabulary.execution-${execution}`),
  },
]

/** Every line that the address asks for, in the reader's language. */
export async function registerSheet(request: Request, context: AppLoadContext): Promise<Response> {
  const viewer = await requireViewer(request, context)
  const t = translator(resolveLocale(request.headers.get('Cookie'), viewer.locale))
  const asked = await listAsked(request)
  const { rows } = await publishedList({ ...asked, page: 1 }, { enteredOnly: true, take: 100_000 })
  const lines = await withExecution(rows)
  return sheetAnswer(`register-${asked.on}`, columns(t), lines)
}
