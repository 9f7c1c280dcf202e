import type { PlainDate } from '../base/date.ts'
import { type Address, printAddress } from '../text/address.ts'
import type { LegalText, ProvisionId } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { type Reference, referenceReader } from '../text/references.ts'
import type { Citation, Passage } from './citation.ts'
import { membersOf } from './addresses.ts'
import { forceOf, versionOn } from './force.ts'
import { type Library, type LibraryAct, type LibraryVersion, numberKey, type Repeal } from './library.ts'
import { nameKey, plainTitle } from './names.ts'
import { type ProvisionChange, provisionChanges } from './provision-changes.ts'
import { provisionsOf, wordsUnder } from './provisions.ts'

/**
 * `in-force`: as it was cited. `not-yet`: made, and not yet in force. `amended`: the words cited, or the document as a
 * whole, changed since. `repealed`: the document, or the provision in it. `renumbered`: another number now.
 * `not-in-library`: nothing is known of the document. `unresolved`: it cannot be told; `why` says for what reason.
 */
export const citationStatuses = [
  'in-force',
  'not-yet',
  'amended',
  'repealed',
  'renumbered',
  'not-in-library',
  'unresolved',
] as const
export type CitationStatus = (typeof citationStatuses)[number]

/** Why nothing certain can be said, or what kind of repeal or amendment it is. */
export const citationReasons = [
  'ambiguous',
  'no-document',
  'text-missing',
  'article-not-held',
  'no-such-provision',
  'version-missing',
  'old-version-missing',
  'date-unknown',
  'end-unclear',
  'repeal-date-unknown',
  'lapsed',
  'provision-deleted',
  'own-text-missing',
  'uncertain',
] as const
export type CitationReason = (typeof citationReasons)[number]

export type Target = {
  actId: string | null
  title: string
  versionId: string | null
  version: PlainDate | null
  /** '' for the whole document. */
  address: string
  provisionId: ProvisionId | null
  words: string | null
}

/** What stands now in the place of what was cited. */
export type Now = {
  title: string
  actId: string | null
  /** From when it is so, where that is known. */
  from: PlainDate | null
  version: PlainDate | null
  /** Where the words are now, '' where the document as a whole took its place. */
  address: string
  change: 'renumbered' | 'changed' | 'deleted' | 'repealed' | 'amended'
  /** The clause of repeal, as printed. */
  place?: string
  quote?: string
  oldWords?: string
  newWords?: string
}

export type Resolution = {
  status: CitationStatus
  why?: CitationReason
  /** The address that is meant: of 前款 the one it names. */
  address: Address
  until?: Address
  /** The document as the library calls it, or as it was named; null where nothing says which. */
  document: string | null
  target: Target | null
  /** The day on which it comes into force. */
  from?: PlainDate
  /** Acts of one name, where there are several. */
  candidates?: string[]
  now?: Now
}

export type ResolveOptions = {
  library: Library
  /** The day to judge by. */
  on: PlainDate
  /** When the citing text was made: which wording it meant. `null` for a draft: that of the day. */
  writtenOn?: PlainDate | null
  /** The text of a wording; null where the library holds none. */
  textOf: (version: LibraryVersion) => LegalText | null
  /** The citing text, for 本条 and 第三条, with its title. */
  own?: { title: string; text: LegalText; passages: readonly Passage[] }
}

const weights: Record<CitationStatus, number> = {
  'in-force': 0,
  'not-yet': 1,
  'not-in-library': 2,
  amended: 3,
  renumbered: 4,
  repealed: 5,
  unresolved: 6,
}

export type Resolver = (citation: Citation) => Resolution

/** Resolves citations against a library on a day. What cannot be told is said to be so. */
export function resolver(options: ResolveOptions): Resolver {
  const references = referencesOf(options.own)
  return (citation) =>
    citation.form === 'own' || citation.form === 'relative' || (citation.title === null && citation.relative)
      ? resolveOwn(citation, options, references)
      : resolveForeign(citation, options)
}

/** 第三条 in a decision to amend is an article of what it amends; which words are whose is for the reader of decisions. */
const amends = /修正案|关于修改/

type ReadReferences = (passage: number) => readonly Reference[]

/** Reads the references of a passage once, by the reader that renumbering uses too. */
function referencesOf(own: ResolveOptions['own']): ReadReferences {
  const read = new Map<number, readonly Reference[]>()
  const reader = own && referenceReader(place(own.text))
  const byId = own && provisionsOf(own.text).byId
  return (passage) => {
    const { provisionId, words } = own?.passages[passage] ?? { provisionId: null, words: '' }
    const provision = provisionId === null ? undefined : byId?.get(provisionId)
    const found = read.get(passage) ?? (provision && reader ? reader.read(provision, words) : [])
    read.set(passage, found)
    return found
  }
}

function resolveOwn(citation: Citation, { own }: ResolveOptions, references: ReadReferences): Resolution {
  const { passage, start, end } = citation
  const written = { address: citation.address, ...(citation.until && { until: citation.until }) }
  const nowhere = (why: CitationReason): Resolution => ({
    status: 'unresolved',
    why,
    document: own && why !== 'no-document' ? own.title : null,
    target: null,
    ...written,
  })
  if (!own) return nowhere('own-text-missing')
  if (amends.test(own.title)) return nowhere('no-document')
  const named = references(passage).filter((one) => one.start < end && one.end > start)
  if (named.length === 0) return nowhere('no-document')
  if (named.some(({ state }) => state === 'absent')) return nowhere('no-such-provision')
  if (named.some(({ state }) => state === 'uncertain')) return nowhere('uncertain')
  const { byId, addresses } = provisionsOf(own.text)
  const targets = [...new Set(named.flatMap((one) => one.targets))]
  const [first, last] = [targets[0]!, targets.at(-1)!]
  const address = addresses.get(first) ?? []
  const until = first === last ? undefined : addresses.get(last)
  return {
    status: 'in-force',
    address,
    ...(until && { until }),
    document: own.title,
    target: {
      actId: null,
      title: own.title,
      versionId: null,
      version: null,
      address: printRange(address, until),
      provisionId: first,
      words: targets.map((id) => wordsUnder(byId.get(id)!)).join('\n'),
    },
  }
}

export const printRange = (address: Address, until?: Address): string =>
  printAddress(address) + (until ? `至${printAddress(until)}` : '')

/** Acts that a citation may mean: by number where it says one, else by name. */
export function actsNamed({ title, number }: Citation, library: Library): readonly LibraryAct[] {
  const numbered = number ? (library.byNumber.get(numberKey(number)) ?? []) : []
  if (title === null) return numbered
  const key = nameKey(title)
  const named = library.byName.get(key) ?? library.byName.get(key.replace(/\((?:试行|暂行)\)$/, '')) ?? []
  const both = named.filter((act) => numbered.includes(act))
  return both.length > 0 ? both : named.length > 0 ? named : numbered
}

const repealedNow = (repeal: Repeal, rest: Partial<Now> = {}): Now => ({
  title: repeal.by,
  actId: repeal.byId,
  from: repeal.on,
  version: null,
  address: '',
  change: 'repealed',
  place: repeal.place,
  quote: repeal.quote,
  ...rest,
})

function resolveForeign(citation: Citation, options: ResolveOptions): Resolution {
  const { library, on } = options
  const { address, until } = citation
  const named = {
    address,
    ...(until && { until }),
    document: citation.title === null ? (citation.number ?? null) : plainTitle(citation.title),
  }
  if (citation.title === null && !citation.number)
    return { ...named, status: 'unresolved', why: 'no-document', target: null }
  const acts = actsNamed(citation, library)
  if (acts.length > 1)
    return {
      ...named,
      status: 'unresolved',
      why: 'ambiguous',
      target: null,
      candidates: acts.map(({ title }) => title),
    }
  const act = acts[0]
  if (!act) {
    const repeal = citation.title === null ? undefined : library.repeals.get(nameKey(citation.title))?.[0]
    if (!repeal?.on || repeal.on > on) return { ...named, status: 'not-in-library', target: null }
    return { ...named, status: 'repealed', target: null, now: repealedNow(repeal) }
  }
  return resolveAct(citation, act, options, { ...named, document: act.title })
}

type Named = Pick<Resolution, 'address' | 'until' | 'document'>

function resolveAct(citation: Citation, act: LibraryAct, options: ResolveOptions, named: Named): Resolution {
  const { library, on } = options
  const computed = forceOf(library, act, on)
  // What a text repeals itself was in force until then.
  const ownRepeal = citation.manner === '废止' && computed.state === 'repealed' && isOwn(computed.by, options)
  const force = ownRepeal ? { state: 'in-force' as const } : computed
  const held = versionOn(act, on) ?? act.versions.at(-1) ?? null
  const target = targetIn(act, held, citation, options)
  if (force.state === 'repealed')
    return {
      ...named,
      status: 'repealed',
      target,
      now: repealedNow(force.by, successor(held, force.by, citation, options)),
    }
  if (force.state === 'lapsed') return { ...named, status: 'repealed', why: 'lapsed', target, from: force.end }
  if (force.state === 'not-yet') return { ...named, status: 'not-yet', target, from: force.from }
  if (force.state === 'unknown')
    return { ...named, status: 'unresolved', why: force.why, target, ...(force.by && { now: repealedNow(force.by) }) }
  return resolveInForce(citation, act, options, named)
}

const isOwn = ({ by }: Repeal, { own }: ResolveOptions) => own !== undefined && nameKey(by) === nameKey(own.title)

const targetOf = (act: LibraryAct, version: LibraryVersion | null): Target => ({
  actId: act.id,
  title: act.title,
  versionId: version?.id ?? null,
  version: version?.date ?? null,
  address: '',
  provisionId: null,
  words: null,
})

/** The cited provision in a wording, the act itself where the whole is cited, or null where it holds no such provision. */
function targetIn(
  act: LibraryAct,
  version: LibraryVersion | null,
  { address, until }: Citation,
  { textOf }: ResolveOptions,
): Target | null {
  const whole = targetOf(act, version)
  if (address.length === 0) return whole
  const text = version && textOf(version)
  if (!text) return null
  const provisions = provisionsOf(text)
  const found = provisions.at(address)
  const last = until ? provisions.at(until) : null
  if (!found || (until && !last)) return null
  const words = wordsUnder(found) + (last ? `\n${wordsUnder(last)}` : '')
  return { ...whole, address: printRange(address, until), provisionId: found.id, words }
}

/** Which provision of the act that repealed took the place of the one cited, where both texts are held and show it. */
function successor(
  held: LibraryVersion | null,
  repeal: Repeal,
  { address }: Citation,
  options: ResolveOptions,
): Partial<Now> {
  const next = repeal.byId === null ? undefined : options.library.acts.get(repeal.byId)
  const text = held && address.length > 0 ? options.textOf(held) : null
  const nextVersion = next?.versions.at(-1)
  const nextText = text && nextVersion ? options.textOf(nextVersion) : null
  if (!text || !nextText || !nextVersion) return {}
  const change = provisionChanges(text, nextText).of(address)
  if (!change || change.now.length === 0) return {}
  return {
    version: nextVersion.date,
    address: change.now.map((one) => printAddress(one)).join('、'),
    oldWords: change.oldWords,
    newWords: change.newWords,
  }
}

/** The wording that a citation means: the one it names, else that of the day on which it was written. */
function meantVersion(
  citation: Citation,
  act: LibraryAct,
  { on, writtenOn }: ResolveOptions,
): { version: LibraryVersion | null; year: string | null; said: boolean } {
  const year = /^\d{4}/.exec(citation.version ?? '')?.[0] ?? null
  if (year)
    return { version: act.versions.filter(({ date }) => date?.startsWith(year)).at(-1) ?? null, year, said: true }
  if (writtenOn && writtenOn < on) return { version: versionOn(act, writtenOn), year: null, said: true }
  return { version: versionOn(act, on), year: null, said: false }
}

function resolveInForce(citation: Citation, act: LibraryAct, options: ResolveOptions, named: Named): Resolution {
  const present = versionOn(act, options.on)
  if (!present)
    return citation.address.length === 0
      ? { ...named, status: 'in-force', target: targetOf(act, null) }
      : {
          ...named,
          status: 'unresolved',
          why: act.versions.length > 0 ? 'version-missing' : 'text-missing',
          target: null,
        }
  const meant = meantVersion(citation, act, options)
  const older = meant.said && isOlder(meant, present, options)
  if (citation.address.length === 0) return resolveWhole(act, present, older, named)
  if (present.text === 'missing') return { ...named, status: 'unresolved', why: 'text-missing', target: null }
  const target = targetIn(act, present, citation, options)
  if (older && !meant.version) return oldMissing(act, present, target, named)
  const base = older ? meant.version : null
  if (base)
    return (
      worstOf(citation, act, base, present, options, named) ?? sameNow(target, act, present, named, citation, options)
    )
  return sameNow(target, act, present, named, citation, options)
}

/** Was the wording that is meant replaced by a later one? */
function isOlder(
  { version, year }: ReturnType<typeof meantVersion>,
  present: LibraryVersion,
  { writtenOn }: ResolveOptions,
): boolean {
  if (version) return version !== present && (version.date ?? '') < (present.date ?? '')
  if (!present.date) return false
  return year
    ? present.date.slice(0, 4) > year
    : writtenOn !== null && writtenOn !== undefined && present.date > writtenOn
}

const amendedNow = (act: LibraryAct, present: LibraryVersion): Now => ({
  title: act.title,
  actId: act.id,
  from: present.date,
  version: present.date,
  address: '',
  change: 'amended',
})

function resolveWhole(act: LibraryAct, present: LibraryVersion, older: boolean, named: Named): Resolution {
  const target = targetOf(act, present)
  return older
    ? { ...named, status: 'amended', target, now: amendedNow(act, present) }
    : { ...named, status: 'in-force', target }
}

const oldMissing = (act: LibraryAct, present: LibraryVersion, target: Target | null, named: Named): Resolution => ({
  ...named,
  status: 'amended',
  why: 'old-version-missing',
  target,
  now: amendedNow(act, present),
})

/** The provision in the present wording; a number that only an older wording has is followed from there. */
function sameNow(
  target: Target | null,
  act: LibraryAct,
  present: LibraryVersion,
  named: Named,
  citation: Citation,
  options: ResolveOptions,
): Resolution {
  if (target) return { ...named, status: 'in-force', target }
  if (present.text === 'part') return { ...named, status: 'unresolved', why: 'article-not-held', target: null }
  for (const version of [...act.versions].reverse()) {
    if (version === present || (version.date ?? '') >= (present.date ?? '')) continue
    const found = worstOf(citation, act, version, present, options, named)
    if (found) return found
  }
  return { ...named, status: 'unresolved', why: 'no-such-provision', target: null }
}

/** What became of the cited provisions since an older wording; of several the gravest. `null` where that wording has none of them. */
function worstOf(
  citation: Citation,
  act: LibraryAct,
  base: LibraryVersion,
  present: LibraryVersion,
  options: ResolveOptions,
  named: Named,
): Resolution | null {
  const [old, next] = [options.textOf(base), options.textOf(present)]
  if (!old || !next || base.text !== 'whole' || present.text !== 'whole') return null
  const changes = provisionChanges(old, next)
  const found = membersOf(citation).flatMap((address) => {
    const change = changes.of(address)
    return change ? [fromChange(change, address, citation, act, base, present, options, named)] : []
  })
  return found.reduce<Resolution | null>(
    (worst, one) => (worst && weights[worst.status] >= weights[one.status] ? worst : one),
    null,
  )
}

function fromChange(
  change: ProvisionChange,
  address: Address,
  citation: Citation,
  act: LibraryAct,
  base: LibraryVersion,
  present: LibraryVersion,
  options: ResolveOptions,
  named: Named,
): Resolution {
  const { until: _, ...single } = citation
  const target = targetIn(act, base, { ...single, address }, options)
  if (change.kind === 'same')
    return { ...named, status: 'in-force', target: targetIn(act, present, citation, options) ?? target }
  const printed = printAddress(address)
  const now: Now = {
    ...amendedNow(act, present),
    address: change.now.map((one) => printAddress(one)).join('、'),
    change: change.kind,
    oldWords: change.oldWords,
    newWords: change.newWords,
  }
  if (change.kind === 'deleted') return { ...named, status: 'repealed', why: 'provision-deleted', target, now }
  const elsewhere = change.now.length > 0 && !change.now.some((one) => printAddress(one) === printed)
  return { ...named, status: elsewhere ? 'renumbered' : 'amended', target, now }
}
