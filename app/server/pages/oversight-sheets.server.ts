import type { AppLoadContext } from '@remix-run/node'
import { translator } from '#app/messages/translator.ts'
import { sheetAnswer } from '../export/sheet.server.ts'
import { indicatorLines } from './indicators-view.server.ts'
import { loadOversight } from './oversight-page.server.ts'
import { heldLines } from './oversight-view.server.ts'
import { taskLines } from './task-list-view.server.ts'

/** The matters under way that the same address of the page shows, all of them. */
export async function oversightSheet(request: Request, context: AppLoadContext): Promise<Response> {
  const page = await loadOversight(request, context)
  const t = translator(page.locale)
  type Line = Awaited<ReturnType<typeof heldLines>>[number]
  return sheetAnswer<Line>(
    `oversight-${page.today}`,
    [
      { head: t('matters.columns.title'), width: 48, value: ({ title }) => title },
      { head: t('matters.columns.stage'), value: ({ stage }) => t(`stages.${stage}`) },
      { head: t('matters.columns.lead'), value: ({ lead }) => lead },
      { head: t('matters.columns.holder'), value: ({ holder }) => holder?.unit },
      { head: t('oversight.sheet.heldSince'), kind: 'date', value: ({ holder }) => holder?.since },
      { head: t('oversight.sheet.heldDays'), kind: 'number', value: ({ holder }) => holder?.days },
      { head: t('matters.columns.due'), kind: 'date', value: ({ due }) => due.date },
      { head: t('oversight.sheet.daysLeft'), kind: 'number', value: ({ due }) => due.workingDaysLeft },
    ],
    await heldLines(page),
  )
}

/** Every indicator of a year, of all units together and of each. */
export async function indicatorsSheet(request: Request, context: AppLoadContext): Promise<Response> {
  const page = await loadOversight(request, context, ['all', 'own', 'numbers'])
  const t = translator(page.locale)
  const { year, lines } = await indicatorLines(page)
  type Line = (typeof lines)[number]
  return sheetAnswer<Line>(
    `indicators-${year}`,
    [
      { head: t('oversight.year'), kind: 'number', value: () => year },
      {
        head: t('oversight.indicators.name'),
        value: ({ indicator }) => t(`oversight.indicators.items.${indicator.id}.name`),
      },
      { head: t('oversight.columns.unit'), value: ({ unit }) => unit || t('oversight.allUnits') },
      {
        head: t('oversight.indicators.value'),
        kind: 'number',
        isShare: ({ indicator }) => indicator.kind === 'share',
        value: ({ value }) => value,
      },
      { head: t('oversight.indicators.numerator'), kind: 'number', value: ({ numerator }) => numerator },
      { head: t('oversight.indicators.denominator'), kind: 'number', value: ({ denominator }) => denominator },
      {
        head: t('oversight.sheet.numeratorIs'),
        value: ({ indicator }) => t(`oversight.indicators.items.${indicator.id}.numerator`),
      },
      {
        head: t('oversight.sheet.denominatorIs'),
        value: ({ indicator }) => t(`oversight.indicators.items.${indicator.id}.denominator`),
      },
      {
        head: t('oversight.indicators.sources'),
        width: 48,
        value: ({ indicator }) => indicator.sources.map(sourceWords).join('；') || t('ui.rule.practice'),
      },
    ],
    lines,
  )
}

/** The tasks that the same address of the page shows, all of them. */
export async function taskListSheet(request: Request, context: AppLoadContext): Promise<Response> {
  const page = await loadOversight(request, context)
  const t = translator(page.locale)
  type Line = Awaited<ReturnType<typeof taskLines>>[number]
  return sheetAnswer<Line>(
    `task-list-${page.today}`,
    [
      { head: t('oversight.taskList.task'), value: ({ reason }) => t(`tasks.${reason}`) },
      { head: t('matters.columns.title'), width: 48, value: ({ matter }) => matter.title },
      { head: t('oversight.columns.unit'), value: ({ unit }) => unit },
      { head: t('oversight.taskList.owner'), value: ({ role }) => t(`roles.${role}`) },
      { head: t('oversight.taskList.since'), kind: 'date', value: ({ since }) => since },
      { head: t('oversight.taskList.due'), kind: 'date', value: ({ dueOn }) => dueOn },
      { head: t('oversight.taskList.done'), kind: 'date', value: ({ doneOn }) => doneOn },
      { head: t('oversight.taskList.state'), value: ({ state }) => t(`oversight.taskList.states.${state}`) },
    ],
    await taskLines(page),
  )
}

const sourceWords = ({ title, number, locus }: { title: string; number?: string; locus?: string }) =>
  `《${title}》${number ? `（${number}）` : ''}${locus ?? ''}`
