import type { AppLoadContext } from '@remix-run/node'
import { translator } from '#app/messages/translator.ts'
import { csv } from '../export/csv.server.ts'
import { indicatorLines } from './indicators-view.server.ts'
import { loadOversight } from './oversight-page.server.ts'
import { heldLines } from './oversight-view.server.ts'
import { taskLines } from './task-list-view.server.ts'

/** A table for a spreadsheet, in the reader's language. No cell of it is ever a formula. */
export type Sheet = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** The matters under way that the same address of the page shows, all of them. */
export async function oversightCsv(request: Request, context: AppLoadContext): Promise<Sheet> {
  const page = await loadOversight(request, context)
  const t = translator(page.locale)
  const head = [
    'matters.columns.title',
    'matters.columns.stage',
    'matters.columns.lead',
    'matters.columns.holder',
    'oversight.sheet.heldSince',
    'oversight.sheet.heldDays',
    'matters.columns.due',
    'oversight.sheet.daysLeft',
  ].map((key) => t(key))
  const lines = (await heldLines(page)).map(({ title, stage, lead, holder, due }) => [
    title,
    t(`stages.${stage}`),
    lead,
    holder?.unit ?? '',
    holder?.since.slice(0, 10) ?? '',
    words(holder?.days),
    due.date ?? '',
    words(due.workingDaysLeft),
  ])
  return { name: `oversight-${page.today}.csv`, bytes: csv([head, ...lines]) }
}

/** Every indicator of a year, of all units together and of each. */
export async function indicatorsCsv(request: Request, context: AppLoadContext): Promise<Sheet> {
  const page = await loadOversight(request, context, ['all', 'own', 'numbers'])
  const t = translator(page.locale)
  const { year, lines } = await indicatorLines(page)
  const head = [
    t('oversight.year'),
    t('oversight.indicators.name'),
    t('oversight.columns.unit'),
    t('oversight.indicators.value'),
    t('oversight.indicators.numerator'),
    t('oversight.indicators.denominator'),
    t('oversight.sheet.numeratorIs'),
    t('oversight.sheet.denominatorIs'),
    t('oversight.indicators.sources'),
  ]
  const rows = lines.map(({ indicator: { id, kind, sources }, unit, value, numerator, denominator }) => [
    String(year),
    t(`oversight.indicators.items.${id}.name`),
    unit || t('oversight.allUnits'),
    value === null ? '' : kind === 'share' ? `${(100 * value).toFixed(1)}%` : value.toFixed(1),
    words(numerator),
    words(denominator),
    t(`oversight.indicators.items.${id}.numerator`),
    t(`oversight.indicators.items.${id}.denominator`),
    sources.map(sourceWords).join('；') || t('ui.rule.practice'),
  ])
  return { name: `indicators-${year}.csv`, bytes: csv([head, ...rows]) }
}

/** The tasks that the same address of the page shows, all of them. */
export async function taskListCsv(request: Request, context: AppLoadContext): Promise<Sheet> {
  const page = await loadOversight(request, context)
  const t = translator(page.locale)
  const head = [
    'oversight.taskList.task',
    'matters.columns.title',
    'oversight.columns.unit',
    'oversight.taskList.owner',
    'oversight.taskList.since',
    'oversight.taskList.due',
    'oversight.taskList.done',
    'oversight.taskList.state',
  ].map((key) => t(key))
  const lines = (await taskLines(page)).map(({ reason, matter, unit, role, since, dueOn, doneOn, state }) => [
    t(`tasks.${reason}`),
    matter.title,
    unit,
    t(`roles.${role}`),
    since.slice(0, 10),
    dueOn ?? '',
    doneOn ?? '',
    t(`oversight.taskList.states.${state}`),
  ])
  return { name: `task-list-${page.today}.csv`, bytes: csv([head, ...lines]) }
}

const words = (value: number | undefined) => (value === undefined ? '' : String(value))
const sourceWords = ({ title, number, locus }: { title: string; number?: string; locus?: string }) =>
  `《${title}》${number ? `（${number}）` : ''}${locus ?? ''}`

export const sheetAnswer = ({ name, bytes }: Sheet) =>
  new Response(bytes, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
