import { createHash } from 'node:crypto'
import holidays from '#prisma/library/holidays.json' with { type: 'json' }
import type { Directory, Post, Unit } from '#app/domain/access/directory.ts'
import type { Role, UnitKind } from '#app/domain/access/roles.ts'
import { type Act, type Actor, type Context, gateRefusal, type Refusal, theSystem } from '#app/domain/acts/act.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { calendarOf, type HolidayNotice } from '#app/domain/calendar/working-days.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { type Matter, roadOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import { packHash } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import type { LegalText } from '#app/domain/text/model.ts'

/** A small city, one person a role, and a clock that is set by hand: acts are played without a database. */
export const pack = nationalPack
export const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
export const calendar = calendarOf(holidays as HolidayNotice[])
const hashOfPack = packHash(pack, hash)

const unitRows: Array<[string, UnitKind, string | null]> = [
  ['city', 'government', null],
  ['office', 'government-office', 'city'],
  ['justice', 'justice-bureau', 'city'],
  ['market', 'market-regulator', 'city'],
  ['urban', 'department', 'city'],
  ['housing', 'department', 'city'],
  ['stranger', 'department', 'city'],
]
const postRows: Array<[string, string, Role[]]> = [
  ['mayor', 'city', ['chief-executive', 'meeting-member']],
  ['vice', 'city', ['deputy-chief', 'meeting-member']],
  ['clerk', 'office', ['office-clerk']],
  ['office-head', 'office', ['office-head']],
  ['officer', 'justice', ['review-officer']],
  ['section', 'justice', ['review-section-head']],
  ['deputy', 'justice', ['review-deputy-head']],
  ['justice-head', 'justice', ['review-head', 'unit-head']],
  ['keeper', 'justice', ['register-keeper']],
  ['fair', 'market', ['fair-competition-reviewer', 'liaison']],
  ['market-head', 'market', ['unit-head']],
  ['drafter', 'urban', ['drafter']],
  ['urban-legal', 'urban', ['department-legal-reviewer']],
  ['urban-head', 'urban', ['unit-head']],
  ['housing-liaison', 'housing', ['liaison']],
  ['housing-head', 'housing', ['unit-head']],
  ['stranger-drafter', 'stranger', ['drafter', 'liaison', 'unit-head']],
  ['administrator', 'office', ['system-administrator']],
]

const always = { validFrom: '2020-01-01' as PlainDate, validTo: null }
export const directory: Directory = {
  units: new Map(
    unitRows.map(([id, kind, parentId]): [string, Unit] => [
      id,
      {
        id,
        kind,
        parentId,
        name: id,
        shortName: id,
        level: 'city',
        region: '清宁市',
        letterhead: id,
        numberCode: id,
        ...always,
      },
    ]),
  ),
  people: new Map(
    postRows.map(([id]) => [id, { id, name: id, ...always, account: { username: id, disabled: false } }]),
  ),
  posts: new Map(
    postRows.map(([id, unitId, roles]): [string, Post] => [
      id,
      { id, personId: id, personName: id, unitId, title: roles[0]!, roles, ...always },
    ]),
  ),
}

export const actor = (id: string): Actor => {
  if (id === theSystem.personId) return theSystem
  const post = directory.posts.get(id)!
  return {
    personId: id,
    postId: id,
    unitId: post.unitId,
    roles: post.roles,
    names: { person: id, post: post.title, unit: post.unitId },
  }
}

export type Played = { matter: Matter; texts: Map<string, LegalText>; numbers: Map<string, number> }
export const nothing = (): Played => ({
  matter: { id: 'm', revision: 0, records: [] },
  texts: new Map(),
  numbers: new Map(),
})

const patterns = {
  receipt: ['office', '收{year}-{n}'],
  opinion: ['justice', '清司审〔{year}〕{n}号'],
  document: ['office', '清政规〔{year}〕{n}号'],
  register: ['office', 'QN-{year}-{n}'],
} as const
let ids = 0

export type Move = {
  by: string
  act: string
  input: unknown
  today?: PlainDate
  passwordConfirmed?: boolean
  countyMode?: boolean
  source?: string
  adjusted?: Matter
  /** Somebody else than the holder of the post `by`. */
  as?: Actor
  /** What the executor would have looked up for this input. */
  known?: Partial<Pick<Context, 'amended' | 'directory' | 'packs'>>
}

/** Plays one act as the executor does: input, permission, gates, decision. */
export function play(
  before: Played,
  {
    by,
    act: name,
    input,
    today = '2026-03-02',
    passwordConfirmed = true,
    countyMode = false,
    source,
    adjusted,
    as,
    known,
  }: Move,
): { after: Played; refusal: Refusal | null } {
  const act = registry.get(name) as unknown as Act<unknown>
  const refused = (refusal: Refusal) => ({ after: before, refusal })
  const read = act.input.safeParse(input)
  if (!read.success) return refused({ code: 'input-invalid', fields: { where: JSON.stringify(read.error.issues) } })
  const { matter } = before
  const who = as ?? actor(by)
  const relations = relationsOf(matter, who.unitId)
  if (act.subject === 'matter' && who !== theSystem && relations.has('other')) return refused({ code: 'not-found' })
  const allowed = may(act, {
    roles: who.roles,
    system: who === theSystem,
    relations,
    stage: act.subject === 'matter' ? stageOf(matter) : null,
    road: roadOf(matter),
  })
  if (!allowed.allowed) return refused({ code: `denied-${allowed.because}`, fields: { stage: stageOf(matter) } })
  if (act.password && !passwordConfirmed) return refused({ code: 'password-wrong' })
  const gates = act.subject === 'matter' ? gatesBefore(name, pack, factsFor(matter, today, calendar)) : []
  const closed = gateRefusal(gates)
  if (closed) return refused(closed)
  const context: Context = {
    now: `${today}T09:00:00.000+08:00`,
    today,
    actor: who,
    recorder: null,
    newId: () => `id-${++ids}`,
    hash,
    calendar,
    directory,
    pack,
    packHash: hashOfPack,
    series: Object.entries(patterns).map(([kind, [unitId, pattern]]) => ({
      id: kind,
      unitId,
      kind: kind as keyof typeof patterns,
      pattern,
      startAt: 1,
      next: new Map([[2026, before.numbers.get(kind) ?? 1]]),
    })),
    packs: { values: new Map([[hashOfPack, pack]]), stored: [] },
    pathsRound: null,
    texts: before.texts,
    files: [],
    read: source === undefined ? null : { source, leftBehind: [] },
    passwordConfirmed,
    countyMode,
    lawArticle: null,
    amended: null,
    newBase: null,
    adjusted: adjusted ?? null,
    gates,
    ...known,
  }
  const decided = act.decide(matter, read.data as never, context)
  if (!decided.ok) return refused(decided.error)
  const texts = new Map(before.texts)
  const numbers = new Map(before.numbers)
  const records: MatterRecord[] = []
  for (const effect of decided.value) {
    if (effect.do === 'version') texts.set(effect.id, effect.tree)
    if (effect.do === 'number') numbers.set(effect.allocated.kind, effect.allocated.n + 1)
    if (effect.do !== 'record') continue
    records.push({
      id: `id-${++ids}`,
      matterId: matter.id,
      seq: matter.records.length + records.length + 1,
      kind: effect.kind,
      act: name,
      at: context.now,
      on: effect.on ?? today,
      personId: who.personId,
      postId: who.postId,
      unitId: who.unitId,
      names: who.names,
      recordedBy: null,
      payload: effect.payload,
      gates: [],
      documents: effect.document
        ? [
            {
              fileId: `id-${++ids}`,
              name: effect.document.name,
              template: effect.document.template,
              hash: hash(effect.document.name),
            },
          ]
        : [],
    } as unknown as MatterRecord)
  }
  return {
    after: {
      matter: { ...matter, revision: matter.revision + 1, records: [...matter.records, ...records] },
      texts,
      numbers,
    },
    refusal: null,
  }
}

/** Plays a move that has to succeed. */
export function must(before: Played, move: Move): Played {
  const { after, refusal } = play(before, move)
  if (refusal) throw new Error(`${move.act} by ${move.by}: ${JSON.stringify(refusal)}`)
  return after
}
