import type { z } from 'zod'
import type { Directory } from '../access/directory.ts'
import type { Relation, Role } from '../access/roles.ts'
import type { PlainDate, Instant } from '../base/date.ts'
import type { Hash, NewId } from '../base/identity.ts'
import { fail, type Result } from '../base/result.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { PathRound } from '../exploration/report.ts'
import type { AllocatedNumber, NumberKind, Series } from '../document/numbers.ts'
import { lastOf, latestVersion, type Matter } from '../matter/matter.ts'
import type { Payload, RecordKind } from '../matter/records.ts'
import type { Stage } from '../matter/stage.ts'
import { blocking, type GateResult } from '../procedure/gates.ts'
import type { Pack } from '../procedure/pack.ts'
import type { LegalText } from '../text/model.ts'
import type { DocumentOrder } from './documents.ts'
import type { SystemEffect } from './system-effects.ts'

/** A row of the permission matrix: these roles, in a unit of one of these relations, in one of these stages. Unknown is denied. One without roles is the system's. */
export type Grant = { roles: readonly Role[]; relations: readonly Relation[] | 'any'; stages: readonly Stage[] | 'any' }

export type Actor = {
  personId: string
  postId: string
  unitId: string
  roles: readonly Role[]
  names: { person: string; post: string; unit: string }
}

/** Who acts where nobody does: what the system notes by itself. */
export const theSystem: Actor = {
  personId: 'system',
  postId: 'system',
  unitId: 'system',
  roles: [],
  names: { person: '系统', post: '自动', unit: '文衡' },
}

/**
 * Why nothing was done. `code` names the sentence; `gates` the rules with their sources, facts and desks; `paths` what a pack leaves
 * open round them.
 */
export type Refusal = {
  code: string
  fields?: Record<string, string | number>
  gates?: GateResult[]
  paths?: readonly PathRound[]
  field?: string
}
export const refuse = (code: string, fields?: Refusal['fields'], field?: string) =>
  fail<Refusal>({ code, ...(fields && { fields }), ...(field && { field }) })

export type UploadedFile = {
  fileId: string
  name: string
  mediaType: string
  size: number
  hash: string
  field: string
}

/** What an act leaves behind. The executor writes it; a decision only names it. */
export type Effect =
  | {
      [Kind in RecordKind]: {
        do: 'record'
        kind: Kind
        payload: Payload<Kind>
        on?: PlainDate
        document?: DocumentOrder
      }
    }[RecordKind]
  | { do: 'version'; id: string; number: number; tree: LegalText; fingerprint: string }
  | { do: 'working-copy'; baseVersionId: string | null; source: string; tree: LegalText | null }
  | { do: 'working-copy-cleared' }
  | { do: 'number'; issuedNumberId: string; allocated: AllocatedNumber }
  | { do: 'borrowed-number'; issuedNumberId: string; kind: NumberKind; year: number; text: string }
  | { do: 'number-voided'; issuedNumberId: string; reason: string }
  | SystemEffect

export type KnownPacks = {
  values: ReadonlyMap<string, Pack>
  /** `wasInForce`: put into force for all, or chosen by a unit. */
  stored: ReadonlyArray<{ id: string; version: string; hash: string; wasInForce: boolean }>
}
export const noPacks: KnownPacks = { values: new Map(), stored: [] }

/** A text in force that a matter may amend: a document of the register with its version, or a law of the library. */
export type AmendedText = {
  title: string
  number?: string
  registeredMatterId: string | null
  registeredVersionId: string | null
  amendedLawId: string | null
  /** The newest wording of the law that the library holds whole. */
  lawVersionId: string | null
}

/** What a draft is carried on to: the text that it was made on, the one that stands there now, and the link to that. */
export type NewBase = { base: LegalText; newBase: LegalText; link: Omit<Payload<'amended-text-linked'>, 'reason'> }

/** Everything a decision may know besides the matter and the input. */
export type Context = {
  now: Instant
  today: PlainDate
  /** Who acts: the principal, also when a clerk records it for him. */
  actor: Actor
  /** The clerk, where it is recorded for another (代录). */
  recorder: Actor | null
  newId: NewId
  hash: Hash
  calendar: Calendar
  directory: Directory
  /** The pack of the matter, or the one in force where there is no matter yet. */
  pack: Pack
  packHash: string
  series: readonly Series[]
  /** Packs that the act asked for, and the names of all that are stored. */
  packs: KnownPacks
  /** Paths round what the law wants under the pack that the act asked to have explored; null where it asked for none. */
  pathsRound: readonly PathRound[] | null
  /** Trees of the versions that the act asked for, by version id. */
  texts: ReadonlyMap<string, LegalText>
  files: readonly UploadedFile[]
  /** Plain text read out of an uploaded draft, where the act takes one. */
  read: { source: string; leftBehind: Payload<'version-saved'>['leftBehind'] } | null
  /** The person's password was asked for again and is right. */
  passwordConfirmed: boolean
  /** Two or three people hold every post: separations warn with a recorded reason (`practice` in the sources). */
  countyMode: boolean
  /** The registered document or law that the input names; `several` where it names more than one. */
  amended: AmendedText | 'several' | null
  /** The changed text that the input names for the draft to stand on. */
  newBase: NewBase | null
  /** The decision that the input says is adjusted. */
  adjusted: Matter | null
  lawArticle: { lawId: string; title: string; label: string; text: string } | null
  /** Results of the gates before this act, all met or only warning. */
  gates: readonly GateResult[]
}

export type Act<Input = never> = {
  name: string
  /** What it acts on: a matter that exists, one that it begins, or the system (directory, series, packs, clock). */
  subject: 'matter' | 'new-matter' | 'system'
  input: z.ZodType<Input>
  grants: readonly Grant[]
  event: string
  /** Versions whose trees the decision reads. */
  texts?: (matter: Matter, input: Input) => Array<string | null | undefined>
  /** Packs that the decision reads, by hash, each with its base; `all` where it looks for one by name. */
  packs?: (input: Input) => readonly string[] | 'all'
  /** The pack that is explored before the decision: itself, or the hash of a stored one; null where the input names none. */
  explores?: (input: Input) => Pack | string | null
  /** Asks for the password again. */
  password?: true
  /** Takes an uploaded draft whose text is read before the decision. */
  reads?: true
  decide: (matter: Matter, input: Input, context: Context) => Result<Effect[], Refusal>
}

/** Hard everywhere: who wrote the text does not review it. In a department's own document the reviewer is of the same unit, never the same person. */
export function notDrafter(matter: Matter, context: Context): Refusal | null {
  return draftersOf(matter).has(context.actor.personId)
    ? { code: 'reviewer-is-drafter', fields: { who: context.actor.names.person } }
    : null
}

/** Keeps the input type of one act while the registry forgets it. */
export const act = <Input>(definition: Act<Input>): Act<Input> => definition

export const filesOf = (context: Context, field: string) =>
  context.files.filter((file) => file.field === field).map(({ fileId, name }) => ({ fileId, name }))

/** The version that acts bind to: its id and fingerprint. */
export function boundLatest(matter: Matter): { versionId: string; fingerprint: string } | null {
  const version = latestVersion(matter)
  return version && { versionId: version.payload.versionId, fingerprint: version.payload.fingerprint }
}

/** Refuses an act on a text that is no longer the latest: what a person signs or judges is what he saw. */
export function seenVersion(
  matter: Matter,
  versionId: string,
): Result<{ versionId: string; fingerprint: string }, Refusal> {
  const bound = boundLatest(matter)
  if (!bound) return refuse('no-text')
  return bound.versionId === versionId
    ? { ok: true, value: bound }
    : refuse('version-superseded', { latest: latestVersion(matter)!.payload.number })
}

export const gateRefusal = (results: readonly GateResult[]): Refusal | null => {
  const blocked = blocking([...results])
  return blocked.length > 0 ? { code: 'gate-closed', gates: blocked } : null
}

/** People who wrote the text of the matter: the drafter named at opening and everyone who saved a version for the lead units. */
export function draftersOf(matter: Matter): Set<string> {
  const people = new Set(
    matter.records
      .filter((record) => record.kind === 'version-saved' && record.payload.source !== 'review')
      .map((record) => record.personId),
  )
  const opening = lastOf(matter, 'opened')
  if (opening) people.add(opening.payload.drafterPersonId)
  return people
}
