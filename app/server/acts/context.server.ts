import { randomUUID } from 'node:crypto'
import {
  type Act,
  type Actor,
  type Context,
  gateRefusal,
  noPacks,
  theSystem,
  type UploadedFile,
} from '#app/domain/acts/act.ts'
import { may } from '#app/domain/acts/may.ts'
import type { Directory } from '#app/domain/access/directory.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { lastOf, type Matter, packHashOf, roadOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { blocking, gatesBefore } from '#app/domain/procedure/gates.ts'
import { digest } from '../audit.server.ts'
import { lockChain, type Tx } from '../db.server.ts'
import { findNewBase } from '../repositories/amended-bases.server.ts'
import { findAmendedText } from '../repositories/amended-texts.server.ts'
import { findCalendar, findPack, findSeries } from '../repositories/law.server.ts'
import { findArticleOn } from '../repositories/law-wordings.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'
import { isCountyMode, knownPacks, packInForceFor } from '../repositories/packs.server.ts'
import { stop } from './refusing.server.ts'

/** What an act is decided on. */
export type Asked = {
  act: Act<unknown>
  matter: Matter
  input: unknown
  passwordConfirmed: boolean
  files: UploadedFile[]
  read: Context['read']
  pathsRound: Context['pathsRound']
  directory: Directory
  now: string
  actor: Actor
  recorder: Actor | null
}

/**
 * Everything that the decision of an act may look at, read within its transaction. Stops where the act is not the actor's, its password is
 * missing, or a gate is shut.
 */
export async function contextFor(tx: Tx, asked: Asked): Promise<Context> {
  const { act, matter, input, passwordConfirmed, files, read, pathsRound, directory, now, actor, recorder } = asked
  const calendar = await findCalendar(tx)
  const today = shanghaiDate(now)
  const gatesUnder = (pack: Context['pack']) =>
    act.subject === 'matter' ? gatesBefore(act.name, pack, factsFor(matter, today, calendar)) : []
  const relations = relationsOf(matter, actor.unitId)
  const road = roadOf(matter)
  const allowed = may(act, {
    roles: actor.roles,
    system: actor === theSystem,
    relations,
    stage: act.subject === 'matter' ? stageOf(matter) : null,
    road,
  })
  if (!allowed.allowed) {
    // The stage has not come because something is missing: the rules that ask for it say what.
    const missing = allowed.because === 'stage' ? blocking(gatesUnder((await packFor(tx, asked)).pack)) : []
    stop({
      code: `denied-${allowed.because}`,
      fields: { stage: stageOf(matter), post: actor.names.post, ...(road && { kind: road.kind }) },
      ...(missing.length > 0 && { gates: missing }),
    })
  }
  if (act.password && !recorder && !passwordConfirmed) stop({ code: 'password-wrong', field: 'password' })
  const { pack, hash: packHash } = await packFor(tx, asked)
  const gates = gatesUnder(pack)
  const closed = gateRefusal(gates)
  if (closed) stop(closed)
  const wanted = act.texts?.(matter, input as never).filter((id): id is string => Boolean(id)) ?? []
  const { amendedText, carryOnto, adjustsMatterId } = input as Partial<
    Record<'amendedText' | 'carryOnto' | 'adjustsMatterId', string>
  >
  const law = input as { lawId?: string; articleLabel?: string }
  return {
    now,
    today,
    actor,
    recorder,
    newId: randomUUID,
    hash: digest,
    calendar,
    directory,
    pack,
    packHash,
    series: await lockedSeries(tx, act),
    packs: act.packs ? await knownPacks(tx, act.packs(input as never)) : noPacks,
    pathsRound,
    texts: await findTexts(tx, wanted),
    files,
    read,
    passwordConfirmed,
    countyMode: await isCountyMode(tx, pack),
    amended: amendedText ? await findAmendedText(tx, amendedText) : null,
    newBase: carryOnto
      ? await findNewBase(tx, matter.id, lastOf(matter, 'amended-text-linked') ?? null, carryOnto)
      : null,
    adjusted: adjustsMatterId ? await findMatter(tx, adjustsMatterId) : null,
    lawArticle: law.lawId && law.articleLabel ? await findArticleOn(tx, law.lawId, law.articleLabel, today) : null,
    gates,
  }
}

/** Acts on a matter run under its own pack; the first one under the pack in force. The pack that begins everything has none before it. */
async function packFor(
  tx: Tx,
  { act, matter, directory, actor, now }: Asked,
): Promise<{ pack: Context['pack']; hash: string }> {
  const own = packHashOf(matter)
  if (own) return { pack: await findPack(tx, own), hash: own }
  const inForce = await packInForceFor(tx, directory, actor.unitId, shanghaiDate(now))
  if (inForce) return inForce
  return act.subject === 'system'
    ? {
        pack: {
          format: 1,
          id: 'none',
          version: '0',
          name: { zh: '—', en: '—' },
          jurisdiction: '',
          confirmed: [],
          parameters: [],
          steps: [],
          gates: [],
        },
        hash: '',
      }
    : stop({ code: 'no-pack' })
}

/** Counters are held before they are read: two acts never see the same next number. */
async function lockedSeries(tx: Tx, act: Act<unknown>): Promise<Context['series']> {
  if (!allocating.has(act.name)) return []
  await lockChain(tx, 'numbers')
  return findSeries(tx)
}
const allocating = new Set(['register-incoming', 'issue-review-opinion', 'number-document', 'set-series'])
