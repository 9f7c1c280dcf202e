import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from '#app/domain/base/date.ts'
import { doneTasks } from '#app/domain/oversight/done-tasks.ts'
import { measureFormat, measureOf, yearsOf } from '#app/domain/oversight/measure.ts'
import { replay } from '#app/domain/oversight/replay.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { type Database, openDatabase, setDatabase } from '#app/server/db.server.ts'
import { readSettings, setSettings } from '#app/server/env.server.ts'
import { migrate } from '#app/server/migrate.server.ts'
import type { Prisma } from '#app/server/generated/client.ts'
import { indicatorsView, indicatorView } from '#app/server/pages/indicators-view.server.ts'
import type { OversightPage } from '#app/server/pages/oversight-page.server.ts'
import { oversightView } from '#app/server/pages/oversight-view.server.ts'
import { taskListView } from '#app/server/pages/task-list-view.server.ts'
import { calendar, directory, pack } from '../support/play.ts'
import { road, walkTo } from '../support/road.ts'

/** npm run bench:oversight [-- URL OF AN EMPTY DATABASE]: the pages over many matters, with 5,000 of one year. */

const matters = 5_000
const units = ['urban', 'housing', 'market']
const databaseUrl = process.argv[2] ?? ''

/** Matters in every stage, each with what its road leaves in the index; what is done is cut to the day it was made up for. */
function rows() {
  const walked = [...new Set(road.map(([stage]) => stage))].map((stage) => walkTo(stage).matter)
  const made = walked.map((matter) => {
    const moments = replay(matter, calendar)
    return { stage: stageOf(matter), moments, value: measureOf(matter, moments, pack, calendar).measure }
  })
  return Array.from({ length: matters }, (_, index) => {
    // Two in three are finished, as in an office that has worked for a year.
    const one = index % 3 === 0 ? made[(index / 3) % made.length]! : made.at(-1)!
    const days = index % 300
    const on = (date: string) => addDays(date, days)
    const lead = units[index % units.length]!
    const moved = {
      tallies: one.value.tallies.map((tally) => ({ ...tally, on: on(tally.on) })),
      passages: one.value.passages.map((passage) => ({
        ...passage,
        from: on(passage.from),
        to: passage.to && on(passage.to),
        dueOn: passage.dueOn && on(passage.dueOn),
      })),
    }
    return {
      id: `m${index}`,
      lead,
      on,
      stage: one.stage,
      moved,
      tasks: one.moments.at(-1)!.tasks,
      done: doneTasks(one.moments),
    }
  })
}

async function fill({ client }: Database) {
  const all = rows()
  const now = new Date('2026-06-01')
  const at = (length: number) =>
    Array.from({ length: Math.ceil(all.length / length) }, (_, part) => all.slice(part * length, (part + 1) * length))
  for (const part of at(200)) {
    await client.matter.createMany({
      data: part.map(({ id, lead, stage, tasks, on }) => ({
        id,
        revision: 1,
        title: `清宁市第${id}号管理办法`,
        stage,
        leadUnitId: lead,
        issuerId: 'city',
        holderUnitId: tasks[0]?.unitId ?? null,
        dueOn: tasks[0]?.dueOn ? on(tasks[0].dueOn) : null,
        openedAt: now,
        changedAt: now,
        heldSince: now,
      })),
    })
    await client.matterParty.createMany({
      data: part.flatMap(({ id, lead }) =>
        [lead, 'city', 'office', 'justice'].map((unitId, place) => ({
          matterId: id,
          unitId,
          relation: place === 0 ? 'lead' : 'own',
        })),
      ),
    })
    await client.task.createMany({
      data: part.flatMap(({ id, tasks }) =>
        tasks.map((task, place) => ({ ...task, id: `${id}-${place}`, matterId: id, since: now })),
      ),
    })
    await client.doneTask.createMany({
      data: part.flatMap(({ id, done }) =>
        done.map((task) => ({ ...task, matterId: id, since: new Date(task.since) })),
      ),
    })
    await client.matterMeasure.createMany({
      data: part.map(({ id, moved }) => ({
        matterId: id,
        format: measureFormat,
        firstYear: yearsOf(moved)?.first ?? 0,
        lastYear: yearsOf(moved)?.last ?? 0,
        value: moved as unknown as Prisma.InputJsonObject,
      })),
    })
  }
}

const page = (query = '', sight = 'all', unitId = 'office') =>
  ({
    locale: 'zh-CN',
    directory,
    calendar,
    today: '2026-12-31',
    scope: { unitId, sight },
    query: new URLSearchParams(query),
  }) as unknown as OversightPage

const asked: Array<[string, () => Promise<unknown>]> = [
  ['oversight, the office', () => oversightView(page())],
  ['oversight, a drafting unit', () => oversightView(page('', 'own', 'housing'))],
  ['indicators, the office', () => indicatorsView(page())],
  ['one indicator, by unit and year', () => indicatorView(page(), 'answers-on-time')],
  ['task list, first page', () => taskListView(page())],
  ['task list, overdue of one unit', () => taskListView(page('state=overdue&unit=housing'))],
  ['task list, hundredth page', () => taskListView(page('page=100'))],
]

const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-bench-'))
const database = await openDatabase({ dataDir, databaseUrl })
try {
  await migrate(database)
  setDatabase(database)
  const read = readSettings({ WENHENG_MODE: 'demo', DATA_DIR: dataDir })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  setSettings(read.value)
  await fill(database)
  const done = await database.client.doneTask.count()
  console.log(`${matters} matters, ${done} tasks done, ${database.kind}\n`)
  console.log('| Page | first, ms | median of 5, ms |\n| --- | ---: | ---: |')
  for (const [name, ask] of asked) {
    const times: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const from = performance.now()
      await ask()
      times.push(performance.now() - from)
    }
    const later = times.slice(1).sort((one, other) => one - other)
    console.log(`| ${name} | ${times[0]!.toFixed(0)} | ${later[2]!.toFixed(0)} |`)
  }
} finally {
  setDatabase(undefined)
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}
