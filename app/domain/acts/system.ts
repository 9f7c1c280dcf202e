import { z } from 'zod'
import { shanghaiDate } from '../base/date.ts'
import { ok } from '../base/result.ts'
import { versionOfEntry } from '../citation/library-files.ts'
import { articlesOf } from '../citation/provisions.ts'
import { id, instant, line, optionalLine, plainDate, yesNo } from '../base/schemas.ts'
import { holidayFaults } from '../calendar/holiday-import.ts'
import { numberKinds } from '../document/numbers.ts'
import { fold } from '../text/fold.ts'
import { longestSource } from '../text/limits.ts'
import { parse } from '../text/parse.ts'
import { act, refuse } from './act.ts'

const administrator = [{ roles: ['system-administrator'], relations: 'any', stages: 'any' }] as const

/** One series a unit and kind; the start value may be set so that a year already begun elsewhere goes on without a gap. */
export const setSeries = act({
  name: 'set-series',
  subject: 'system',
  input: z.object({
    seriesId: id.optional(),
    unitId: id,
    kind: z.enum(numberKinds),
    pattern: line.refine((value) => value.includes('{year}') && value.includes('{n}'), 'pattern-malformed'),
    startAt: z.number().int().min(1).max(99_999).default(1),
    nextThisYear: z.number().int().min(1).max(99_999).optional(),
  }),
  grants: administrator,
  event: 'series-set',
  decide: (_, input, context) => {
    if (!context.directory.units.has(input.unitId)) return refuse('unit-unknown', {}, 'unitId')
    const year = Number(context.today.slice(0, 4))
    const existing = context.series.find((series) => series.unitId === input.unitId && series.kind === input.kind)
    const given = existing?.next.get(year)
    if (given && input.nextThisYear && input.nextThisYear < given)
      return refuse('number-given-already', { next: given }, 'nextThisYear')
    const { seriesId, nextThisYear, ...series } = input
    return ok([
      {
        do: 'series',
        series: { ...series, id: existing?.id ?? seriesId ?? context.newId() },
        next: nextThisYear ? { year, n: nextThisYear } : null,
      },
    ])
  },
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The days off and worked of a year. Deadlines that reach into it are counted anew. */
export const importHolidays = act({
  name: 'import-holidays',
  subject: 'system',
  input: z.object({
    year: z.number().int().min(2000).max(2100),
    number: optionalLine,
    off: z.string(),
    worked: z.string().default(''),
    verification: z.enum(['verified', 'index', 'memory']).default('verified'),
  }),
  grants: administrator,
  event: 'holidays-imported',
  decide: (_, input) => {
    const days = (list: string) => list.split(/[\s,，、;；]+/).filter(Boolean)
    const [off, worked] = [days(input.off), days(input.worked)]
    const fault = holidayFaults(input.year, { off, worked })[0]
    if (fault) return refuse(fault.code, { day: fault.day }, worked.includes(fault.day) ? 'worked' : 'off')
    return ok([
      {
        do: 'holidays',
        notice: { year: input.year, number: input.number ?? null, off, worked, verification: input.verification },
      },
    ])
  },
})

const law = z.object({
  id,
  title: line,
  aliases: z.array(z.string()).default([]),
  kind: line,
  number: z.string().nullable().default(null),
  facts: z.record(z.string(), z.unknown()).default({}),
  articles: z
    .array(
      z.object({
        label: line,
        text: z.string().min(1),
        source: line,
        verification: z.enum(['verified', 'excerpt', 'index', 'memory']),
      }),
    )
    .default([]),
})

/** Imports acts and their articles into the law library; an act of the same id is replaced whole. */
export const importLaws = act({
  name: 'import-laws',
  subject: 'system',
  input: z.object({ laws: z.string().max(20_000_000) }),
  grants: administrator,
  event: 'laws-imported',
  decide: (_, input) => {
    const laws = z.array(law).min(1).safeParse(readJson(input.laws))
    if (!laws.success)
      return refuse(
        'laws-malformed',
        {
          where: laws.error.issues
            .slice(0, 3)
            .map((issue) => issue.path.join('.'))
            .join(' '),
        },
        'laws',
      )
    return ok(laws.data.map((one) => ({ do: 'law', law: one })))
  },
})

const wording = z.object({
  lawId: id,
  versionId: id,
  title: line,
  kind: line,
  number: z.string().max(500).nullable().default(null),
  aliases: z.array(z.string().max(500)).default([]),
  /** Absent where the title is known and the text is missing. */
  source: z.string().max(longestSource).nullable(),
  date: plainDate.nullable().default(null),
  firstDate: plainDate.nullable().default(null),
  from: plainDate.nullable().default(null),
})

/** Takes wordings of acts from files into the law library. What was there stays: a wording is added, none is replaced. */
export const importLawTexts = act({
  name: 'import-law-texts',
  subject: 'system',
  input: z.object({ wordings: z.array(wording).min(1).max(500) }),
  grants: administrator,
  event: 'law-texts-imported',
  decide: (_, { wordings }, { newId, hash }) =>
    ok(
      wordings.map(({ lawId, versionId, title, kind, number, aliases, source, ...declared }) => ({
        do: 'law-wording',
        wording: {
          lawId,
          title,
          kind,
          number,
          aliases,
          version: {
            ...versionOfEntry({ title, kind, number, aliases, path: versionId, source, ...declared }),
            id: versionId,
          },
          source: source ?? '',
          hash: hash(fold(source ?? '')),
          articles: source === null ? [] : articlesOf(parse(source, newId)),
        },
      })),
    ),
})

/** Demonstration and test mode only; the executor refuses it in production before it comes here. */
export const moveClock = act({
  name: 'move-clock',
  subject: 'system',
  input: z.object({ to: instant.optional() }),
  grants: [{ roles: ['system-administrator'], relations: 'any', stages: 'any' }],
  event: 'clock-moved',
  decide: (_, input, context) => {
    if (input.to && shanghaiDate(input.to) < '2020-01-01') return refuse('date-in-past', {}, 'to')
    return ok([{ do: 'setting', key: 'clock', value: { movedTo: input.to ?? null, movedAt: context.now } }])
  },
})

/** Two or three people hold every post: separations warn with a recorded reason; drafter and reviewer of one text stay apart. */
export const setCountyMode = act({
  name: 'set-county-mode',
  subject: 'system',
  input: z.object({ on: yesNo, reason: line }),
  grants: [{ roles: ['security-officer'], relations: 'any', stages: 'any' }],
  event: 'county-mode-set',
  decide: (_, input) => ok([{ do: 'setting', key: 'county-mode', value: input.on }]),
})
