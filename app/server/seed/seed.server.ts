import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/acts/act.ts'
import { type Instant, type PlainDate, shanghaiDate, shanghaiInstant } from '#app/domain/base/date.ts'
import { latestVersion, roundsOf } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { domainStages, matters } from '#prisma/demo/matters.ts'
import { units } from '#prisma/demo/city.ts'
import { perform, type Request, type World } from '../acts/perform.server.ts'
import { verifyChain, verifyRecords } from '../audit.server.ts'
import { demonstrationPassword, markDemonstration } from '../auth/demonstration.server.ts'
import { type Clock, clockOf } from '../clock.server.ts'
import { inTransaction } from '../db.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'
import { writeFirst } from '../setup.server.ts'
import { beginsOn, first, lawMoves, peopleMoves, type SystemMove, unitMoves } from './directory.server.ts'
import { actorOf, clerkFor, personOf, postId, postOf } from './people.server.ts'
import { cityPackDay, scheduled, type Timed } from './schedule.server.ts'
import type { Move, Played } from './steps.server.ts'

/** Done out of so many, for the one who waits. */
export type Progress = (done: number, total: number) => void

type Task = { at: Instant; run: (world: World) => Promise<void> }
const origin = 'seed'

/**
 * Makes the demonstration city in an empty database: only through acts, each at the instant at which it would have been done,
 * in the order of time. Throws where an act is refused, a matter does not reach its stage or the chain does not verify.
 */
export async function seed(world: World, progress: Progress = () => {}): Promise<void> {
  if (world.settings.mode !== 'demo') throw new Error('Only a demonstration is made of invented matters')
  const { client } = world.database
  const today = shanghaiDate((await clockOf(client, world.settings)).now())
  await inTransaction(world.database, async (tx) => {
    await markDemonstration(tx)
    await writeFirst(tx, founders(), { requestId: randomUUID(), ip: origin }, clockAt(`${beginsOn}T08:00:00+08:00`))
  })
  const tasks = [...systemTasks(today), ...matterTasks(scheduled(today))].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  )
  for (const [done, task] of tasks.entries()) {
    if (done % 100 === 0) progress(done, tasks.length)
    await task.run({ ...world, clock: clockAt(task.at) })
  }
  progress(tasks.length, tasks.length)
  await verify(world)
}

/** A clock that stands at an instant and says by how much it was moved. */
const clockAt = (instant: Instant): Clock => ({
  now: () => shanghaiInstant(instant),
  offset: { milliseconds: Date.parse(instant) - Date.now() },
})

function founders() {
  const { name, shortName, region, level, letterhead, numberPrefix, from } = units.find(
    (unit) => unit.key === first.unit,
  )!
  const founder = (key: string) => {
    const person = personOf.get(key)!
    const post = person.posts[0]!
    return {
      personId: key,
      postId: postId(person, post),
      name: person.name,
      title: post.title,
      username: person.account!,
      password: demonstrationPassword,
    }
  }
  return {
    unit: { id: first.unit, name, shortName, region, level, letterhead, numberCode: numberPrefix, validFrom: from },
    administrator: founder(first.administrator),
    officer: founder(first.officer),
  }
}

async function done(world: World, request: Omit<Request, 'requestId' | 'origin'>): Promise<void> {
  const result = await perform(world, { ...request, requestId: randomUUID(), origin })
  if (result.ok) return
  throw new Error(
    `${request.matterId ?? 'system'}: ${request.act} by ${request.actor.postId} at ${world.clock?.now()} was refused: ${JSON.stringify(result.error)}`,
  )
}

/** Acts on the system follow each other every few seconds from half past eight in the morning. */
function systemTasks(today: PlainDate): Task[] {
  const moves = [...unitMoves(), ...lawMoves(cityPackDay(today), today), ...peopleMoves()]
  const onDay = new Map<PlainDate, number>()
  return moves.map((move) => {
    const place = onDay.get(move.on) ?? 0
    onDay.set(move.on, place + 1)
    return {
      at: new Date(Date.parse(`${move.on}T08:30:00+08:00`) + place * 4000).toISOString(),
      run: (world) => done(world, systemRequest(move)),
    }
  })
}

const founderActor = (key: string): Actor => {
  const person = personOf.get(key)!
  return actorOf({ person, post: person.posts[0]!, postId: postId(person, person.posts[0]!) })
}
const systemRequest = ({ by, act, input }: SystemMove) => ({ act, input, actor: founderActor(by) })

function matterTasks(timed: Timed[]): Task[] {
  return timed.flatMap(({ at, road, step }): Task[] => {
    const act: Task = {
      at,
      run: async (world) => {
        const played = await playedSoFar(world, road.demo.key, shanghaiDate(at))
        await done(world, requestOf(road.demo.key, road.demo.drafter, step.move(played), played.today))
      },
    }
    // Two people hold all reviewing posts of the district: the separation is lifted for their last act, and for no longer.
    return road.review?.separationReason && step.day === road.end
      ? lifted(at, act, road.review.separationReason)
      : [act]
  })
}

const minutesFrom = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString()
function lifted(at: Instant, act: Task, reason: string): Task[] {
  const set = (on: boolean, minutes: number): Task => ({
    at: minutesFrom(at, minutes),
    run: (world) =>
      done(world, {
        act: 'set-county-mode',
        input: { on, reason: `双塘区：${reason}` },
        actor: founderActor(first.officer),
      }),
  })
  return [set(true, -1), act, set(false, 1)]
}

async function playedSoFar({ database }: World, matterId: string, today: PlainDate): Promise<Played> {
  const matter = await findMatter(database.client, matterId)
  if (!matter) return { matter: { id: matterId, revision: 0, records: [] }, texts: new Map(), today }
  const bound = [
    latestVersion(matter)?.payload.versionId,
    ...roundsOf(matter).map((round) => round.opening.payload.versionId),
  ]
  const judged = matter.records.flatMap((record) =>
    record.kind === 'review-issued' || record.kind === 'minutes-issued' ? [record.payload.versionId] : [],
  )
  return {
    matter,
    texts: await findTexts(
      database.client,
      [...bound, ...judged].filter((id) => id !== undefined),
    ),
    today,
  }
}

/** In person where the person has an account and did not send paper; otherwise a clerk records it. */
function requestOf(
  matterId: string,
  drafter: string,
  move: Move,
  today: PlainDate,
): Omit<Request, 'requestId' | 'origin'> {
  const { by, act, input, files = [], recorded } = move
  const principal = postOf(by, today)
  if (principal.person.account && !recorded) {
    return {
      act,
      matterId,
      input,
      actor: actorOf(principal),
      files: files.filter((file) => file.field !== 'onBehalf.file'),
      passwordConfirmed: true,
    }
  }
  const clerk = recorded?.by ? postOf(recorded.by, today) : (clerkFor(principal, today) ?? postOf(drafter, today))
  const reference = recorded?.reference ?? '纸质件'
  return {
    act,
    matterId,
    input,
    actor: actorOf(clerk),
    files,
    onBehalf: { postId: principal.postId, paperDate: today, reference },
  }
}

async function verify({ database }: World): Promise<void> {
  for (const demo of matters) {
    const matter = await findMatter(database.client, demo.key)
    const stage = matter ? stageOf(matter) : 'nowhere'
    if (stage !== domainStages[demo.stage])
      throw new Error(`${demo.key} stands at ${stage}, not at ${domainStages[demo.stage]}`)
  }
  const chain = await verifyChain(database.client)
  if (!chain.ok) throw new Error(`the chain breaks at ${chain.seq}: ${chain.reason}`)
  const records = await verifyRecords(database.client)
  if (!records.ok) throw new Error(`the records of ${records.matterId} do not verify: ${records.reason}`)
}
