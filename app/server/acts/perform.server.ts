import { randomUUID } from 'node:crypto'
import { type Act, type Actor, type Context, type Effect, theSystem, type UploadedFile } from '#app/domain/acts/act.ts'
import { mayRecord } from '#app/domain/acts/recording.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { delegationOf } from '#app/domain/access/delegation.ts'
import { type Directory, isValidOn } from '#app/domain/access/directory.ts'
import { type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import { fail, ok, type Result } from '#app/domain/base/result.ts'
import type { Matter } from '#app/domain/matter/matter.ts'
import type { KeptDocument, MatterRecord } from '#app/domain/matter/records.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { appendEvent, digest } from '../audit.server.ts'
import { pathsRoundIn } from '../compute/explored-packs.server.ts'
import { type Clock, clockOf, stopped } from '../clock.server.ts'
import { type Database, inTransaction, lockChain, type Tx } from '../db.server.ts'
import type { Settings } from '../env.server.ts'
import { type FileStore, storeFile } from '../files.server.ts'
import { recountDeadlines } from '../repositories/deadlines.server.ts'
import { findStoredPack } from '../repositories/admin.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { insertRecord, lockMatter } from '../repositories/matters.server.ts'
import { indexMatter } from '../repositories/matter-index.server.ts'
import { holdSettings } from '../repositories/settings.server.ts'
import { logSecurity } from '../security-log.server.ts'
import { contextFor } from './context.server.ts'
import { writeEffect } from './effects.server.ts'
import { type Refused, refusalOf, stop } from './refusing.server.ts'
import { renderDocument } from './render.server.ts'
import { announced, type IncomingFile, readFiles } from './uploads.server.ts'

/** What the acts of this process work on. A demonstration is made under a clock of its own; a production system never looks at it. */
export type World = { database: Database; settings: Settings; files: FileStore; clock?: Clock }

export type OnBehalf = { postId: string; paperDate: PlainDate; reference?: string }
export type Request = {
  act: string
  matterId?: string
  /** What a form or a command sent; it is checked against the schema of the act. */
  input: unknown
  /** The post in which the person at the keyboard acts. */
  actor: Actor
  onBehalf?: OnBehalf
  expectedRevision?: number
  /** One key a submitted form: sent twice it acts once. With other content it is another form and refused. */
  key?: string
  files?: readonly IncomingFile[]
  passwordConfirmed?: boolean
  requestId: string
  origin: string
}

export type Outcome = { matterId: string | null; recordIds: string[] }

/**
 * Does one act in one transaction: permission, expected revision and idempotency are checked inside it, the decision is asked of the
 * domain, its effects and the audit event are written together. What is refused changes nothing, names its rule, and goes to the
 * security log.
 */
export async function perform(world: World, request: Request): Promise<Result<Outcome, Refused>> {
  const act = registry.get(request.act) as Act<unknown> | undefined
  let read: Context['read'] = null
  try {
    if (!act) return stop({ code: 'act-unknown' })
    if (world.settings.mode === 'production' && act.name === 'move-clock') stop({ code: 'clock-fixed' })
    const input = act.input.safeParse(request.input)
    if (!input.success) return stop({ code: 'input-invalid', inputErrors: errorsByField(input.error.issues) })
    const files = (request.files ?? []).map(announced)
    read = await readFiles(request.files ?? [], act.reads ?? false, world.settings.uploadMax)
    const before = { read, pathsRound: await pathsBefore(world, act, input.data, request) }
    return ok(
      await inTransaction(world.database, (tx) => performWithin(tx, world, act, input.data, request, files, before)),
    )
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    await logSecurity(world.database.client, {
      type: refusal.code.startsWith('denied') || refusal.code === 'not-found' ? 'denied' : 'act-refused',
      act: request.act,
      personId: request.actor.personId,
      matterId: request.matterId,
      requestId: request.requestId,
      origin: request.origin,
      detail: { code: refusal.code, rules: refusal.gates?.map((gate) => gate.rule) ?? [] },
    })
    return fail(read ? { ...refusal, source: read.source } : refusal)
  }
}

/**
 * Does an act of the system's own within a transaction that is under way. Nothing comes between finding out and noting; a refusal is a
 * defect and stops the transaction.
 */
export const performForSystem = (
  tx: Tx,
  world: World,
  { act: name, matterId, input }: Pick<Request, 'act' | 'matterId' | 'input'>,
): Promise<Outcome> => {
  const act = registry.get(name)! as unknown as Act<unknown>
  const request = { act: name, matterId, input, actor: theSystem, requestId: randomUUID(), origin: 'system' }
  return performWithin(tx, world, act, act.input.parse(input), request, [], { read: null, pathsRound: null })
}

/** What is found out before the transaction, so that nobody waits for it under a lock. */
type Before = Pick<Context, 'read' | 'pathsRound'>

/** Explores the pack that an act puts into force; for one who may not do that nothing is explored. */
async function pathsBefore(
  world: World,
  act: Act<unknown>,
  input: unknown,
  { actor }: Request,
): Promise<Context['pathsRound']> {
  const asked = act.explores?.(input as never) ?? null
  if (asked === null || !act.grants.some(({ roles }) => roles.some((role) => actor.roles.includes(role)))) return null
  const pack = typeof asked === 'string' ? await findStoredPack(world.database.client, asked) : asked
  return pack && pathsRoundIn(pack)
}

const errorsByField = (issues: ReadonlyArray<{ path: PropertyKey[]; message: string }>) => {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = path
      .map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${String(part)}` : String(part)))
      .join('')
    errors[field] = [...(errors[field] ?? []), message]
  }
  return errors
}

async function performWithin(
  tx: Tx,
  world: World,
  act: Act<unknown>,
  input: unknown,
  request: Request,
  files: UploadedFile[],
  before: Before,
): Promise<Outcome> {
  const done = request.key
    ? await tx.idempotencyKey.findUnique({
        where: { personId_key: { personId: request.actor.personId, key: request.key } },
      })
    : null
  const content = contentOf(act, input, request, files)
  if (done) return done.act === act.name ? outcomeOf(done.outcome as Kept, content) : stop({ code: 'key-reused' })
  const matter = await theMatter(tx, act, request)
  await holdSettings(tx)
  // Before anything else is said: to a unit without a part in it the matter does not exist.
  const isPerson = request.actor !== theSystem
  if (act.subject === 'matter' && isPerson && relationsOf(matter, request.actor.unitId).has('other'))
    stop({ code: 'not-found' })
  if (request.expectedRevision !== undefined && request.expectedRevision !== matter.revision)
    stop({ code: 'changed-meanwhile', fields: { by: matter.records.at(-1)?.names.person ?? '' } })

  const clock = stopped(world.clock && world.settings.mode === 'demo' ? world.clock : await clockOf(tx, world.settings))
  const now = clock.now()
  const directory = await findDirectory(tx, world.database.client)
  const parties = whoActs(act, matter, request, directory, shanghaiDate(now))
  const passwordConfirmed = request.passwordConfirmed ?? false
  const asked = { act, matter, input, passwordConfirmed, files, ...before, directory, now, ...parties }
  const context = await contextFor(tx, asked)
  const decided = act.decide(matter, input as never, context)
  if (!decided.ok) return stop(decided.error)

  const isMatter = act.subject !== 'system'
  for (const [index, { fileId, name, mediaType }] of files.entries())
    await storeFile(tx, world.files, {
      id: fileId,
      name,
      mediaType,
      bytes: request.files![index]!.bytes,
      matterId: isMatter ? matter.id : null,
      at: now,
    })
  const records = await writeAll(tx, world, { act, matter, effects: decided.value, context, files, request })
  const moved = decided.value.some((effect) => effect.do === 'holidays') ? await recountDeadlines(tx) : []
  if (records.length > 0) {
    const after: Matter = { ...matter, revision: matter.revision + 1, records: [...matter.records, ...records] }
    await tx.matter.update({ where: { id: matter.id }, data: { revision: after.revision } })
    await indexMatter(tx, after, context.calendar, randomUUID)
  }
  await appendEvent(tx, {
    type: act.event,
    act: act.name,
    at: now,
    clock: clock.offset,
    actor: parties.recorder ?? context.actor,
    onBehalfOf: parties.recorder ? context.actor : null,
    matterId: isMatter ? matter.id : null,
    object: records[0]?.id,
    pack: context.packHash || null,
    rules: tracesOf(context),
    requestId: request.requestId,
    origin: request.origin,
    detail: isMatter
      ? null
      : {
          ...(moved.length > 0 && { moved }),
          input: digest(JSON.stringify({ ...(input as object), password: undefined })),
        },
  })
  const outcome: Outcome = { matterId: isMatter ? matter.id : null, recordIds: records.map((record) => record.id) }
  if (request.key)
    await tx.idempotencyKey.create({
      data: {
        personId: request.actor.personId,
        key: request.key,
        act: act.name,
        outcome: { ...outcome, content },
        at: new Date(now),
      },
    })
  return outcome
}

/** What stands beside a key: the outcome, and what was asked when it came about. */
type Kept = Outcome & { content?: string }

/** What a request asks for, in one hash. A password says who asks, not what. */
const contentOf = (
  act: Act<unknown>,
  input: unknown,
  { matterId, onBehalf }: Request,
  files: readonly UploadedFile[],
): string =>
  digest(
    JSON.stringify([
      act.name,
      matterId,
      { ...(input as object), password: undefined },
      onBehalf,
      files.map(({ field, name, hash }) => [field, name, hash]),
    ]),
  )

function outcomeOf({ content: kept, ...outcome }: Kept, content: string): Outcome {
  return kept === undefined || kept === content ? outcome : stop({ code: 'key-reused' })
}

async function theMatter(tx: Tx, act: Act<unknown>, request: Request): Promise<Matter> {
  if (act.subject === 'system') {
    await lockChain(tx, 'system')
    return { id: '', revision: 0, records: [] }
  }
  if (act.subject === 'matter') return (await lockMatter(tx, request.matterId ?? '')) ?? stop({ code: 'not-found' })
  const id = request.matterId ?? randomUUID()
  const at = new Date(0)
  await tx.matter.create({ data: { id, openedAt: at, changedAt: at, heldSince: at } })
  return { id, revision: 0, records: [] }
}

/** Who acts, and who records it for him; both are checked against the posts in force now. */
function whoActs(
  act: Act<unknown>,
  matter: Matter,
  request: Request,
  directory: Directory,
  today: PlainDate,
): { actor: Actor; recorder: Actor | null } {
  if (request.actor === theSystem) return { actor: theSystem, recorder: null }
  const post = directory.posts.get(request.actor.postId)
  const sits =
    post?.personId === request.actor.personId ||
    delegationOf(directory, request.actor.postId, request.actor.personId, today) !== null
  if (!post || !sits || !isValidOn(post, today)) return stop({ code: 'post-ended' })
  if (!request.onBehalf) return { actor: request.actor, recorder: null }
  const { postId, paperDate, reference } = request.onBehalf
  const hasScan = (request.files ?? []).some((file) => file.field === 'onBehalf.file')
  const refusal = mayRecord(
    act,
    { recorder: request.actor, principalPostId: postId, paperDate, reference, hasScan },
    relationsOf(matter, request.actor.unitId),
    directory,
    today,
  )
  if (refusal) return stop(refusal)
  return { actor: actorIn(directory, postId)!, recorder: request.actor }
}

/** The person of a post as an actor in it. */
export function actorIn(directory: Directory, postId: string): Actor | null {
  const post = directory.posts.get(postId)
  const unit = post && directory.units.get(post.unitId)
  return post && unit
    ? {
        personId: post.personId,
        postId,
        unitId: unit.id,
        roles: post.roles,
        names: { person: post.personName, post: post.title, unit: unit.name },
      }
    : null
}

type Writing = {
  act: Act<unknown>
  matter: Matter
  effects: Effect[]
  context: Context
  files: UploadedFile[]
  request: Request
}

async function writeAll(tx: Tx, world: World, writing: Writing): Promise<MatterRecord[]> {
  const added: MatterRecord[] = []
  const { matter, effects, context } = writing
  for (const effect of effects) {
    if (effect.do !== 'record') {
      await writeEffect(effect, {
        tx,
        matterId: matter.id || null,
        personId: (context.recorder ?? context.actor).personId,
        now: context.now,
        newId: randomUUID,
        mailing: { publicOrigin: world.settings.publicOrigin, mails: Boolean(world.settings.smtp) },
      })
      continue
    }
    const records = [...matter.records, ...added]
    const record = recordFrom(effect, records.length + 1, writing)
    if (effect.document)
      record.documents.push(
        await keepDocument(tx, world, effect.document, { ...matter, records: [...records, record] }, record, context),
      )
    await insertRecord(tx, record)
    added.push(record)
  }
  return added
}

const tracesOf = (context: Context) => context.gates.map(({ rule, met, facts }) => ({ rule, met, facts }))

function recordFrom(
  effect: Extract<Effect, { do: 'record' }>,
  seq: number,
  { act, matter, context, files, request }: Writing,
): MatterRecord {
  const { actor, recorder, now } = context
  const scan = files.find((file) => file.field === 'onBehalf.file')
  return {
    id: randomUUID(),
    matterId: matter.id,
    seq,
    kind: effect.kind,
    act: act.name,
    at: now,
    on: request.onBehalf?.paperDate ?? effect.on ?? context.today,
    personId: actor.personId,
    postId: actor.postId,
    unitId: actor.unitId,
    names: actor.names,
    recordedBy: recorder && {
      personId: recorder.personId,
      postId: recorder.postId,
      names: recorder.names,
      paperDate: request.onBehalf!.paperDate,
      reference: request.onBehalf!.reference,
      fileId: scan?.fileId,
      enteredAt: now,
    },
    payload: effect.payload,
    documents: [],
    gates: tracesOf(context),
  } as unknown as MatterRecord
}

/** Renders once; the bytes are what was issued, for ever. */
async function keepDocument(
  tx: Tx,
  world: World,
  order: NonNullable<Extract<Effect, { do: 'record' }>['document']>,
  matter: Matter,
  record: MatterRecord,
  context: Context,
): Promise<KeptDocument> {
  const { bytes, template } = await renderDocument(tx, order.template, matter, record, context)
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const { id, hash } = await storeFile(tx, world.files, {
    bytes,
    name: order.name,
    mediaType,
    matterId: matter.id,
    template,
    at: context.now,
  })
  return { fileId: id, name: order.name, template, hash }
}
