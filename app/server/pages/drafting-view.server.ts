import { randomUUID } from 'node:crypto'
import { type Comparison, compare } from '#app/domain/comparison/changes.ts'
import { latestVersion, type Matter, recordsOf, titleOf, type Version } from '#app/domain/matter/matter.ts'
import { companionKinds, type Payload } from '#app/domain/matter/records.ts'
import { checkText } from '#app/domain/text/checks/check-text.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { textFormat } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { readStored } from '#app/domain/text/stored.ts'
import { findMatter, findTexts, findWorkingCopy, type WorkingCopy } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { ActAnswer } from './act-form.server.ts'
import { shownCitations, writingOf } from './citations-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { type VersionLine, versionLine } from './versions-view.server.ts'

const nothing: LegalText = { format: textFormat, children: [] }
/** More working copies of one version than anybody makes: keeps the two counts in one number. */
const versionStep = 1_000_000

/**
 * One number for what a working copy goes on from: the latest version and the revision of the copy. It differs as soon as
 * another saved a version, or the same person wrote in another window.
 */
export async function draftRevision(
  matterId: string,
  personId: string,
): Promise<{ revision: number; savedAt: string | null }> {
  const { client } = world().database
  const [versions, copy] = await Promise.all([
    client.textVersion.count({ where: { matterId } }),
    findWorkingCopy(client, matterId, personId),
  ])
  return { revision: versions * versionStep + (copy?.revision ?? 0), savedAt: copy?.savedAt ?? null }
}

/** Two savers of one version: what the latest holds and how the words of the second differ from it. */
export type Conflict = { latest: VersionLine; comparison: Comparison }

const conflictWith = (latest: Version, text: LegalText, mine: LegalText): Conflict => ({
  latest: versionLine(latest),
  comparison: compare(text, mine),
})

const wordsOf = (copy: WorkingCopy, previous: LegalText): LegalText =>
  copy.tree ?? parse(copy.source, randomUUID, previous)

export type CompanionView = {
  kind: (typeof companionKinds)[number]
  words: string
  publicity: Payload<'companion-saved'>['publicity'] | null
  person: string
  at: string
}

/** What the page of the draft shows besides its forms. */
export async function draftView(page: MatterPage) {
  const { matter, viewer } = page
  const { client } = world().database
  const latest = latestVersion(matter)
  const texts = await findTexts(client, latest ? [latest.payload.versionId] : [])
  const text = latest ? texts.get(latest.payload.versionId)! : nothing
  const copy = await findWorkingCopy(client, matter.id, viewer.personId)
  const kept = copy && wordsOf(copy, text)
  const mine = kept && print(kept) !== print(text) ? kept : null
  const { revision } = await draftRevision(matter.id, viewer.personId)
  const shown = mine ?? text
  return {
    text: shown,
    printed: print(shown),
    revision,
    personId: viewer.personId,
    base: latest && versionLine(latest),
    findings: latest ? checkText(text) : [],
    citations: latest ? await shownCitations(text, titleOf(matter), page.today, writingOf(matter)) : [],
    leftBehind: latest?.payload.leftBehind ?? [],
    copy: mine && copy ? { savedAt: copy.savedAt, latest: latest ? print(text) : '' } : null,
    conflict:
      mine && latest && copy!.baseVersionId !== latest.payload.versionId ? conflictWith(latest, text, mine) : null,
    others: await otherWriters(page),
    companions: companionKinds.map((kind) => companionOf(matter, kind)),
    sentOut: recordsOf(matter, 'draft-sent-out').map(({ id, at, names, payload, documents }) => ({
      id,
      at,
      person: names.person,
      to: payload.to ?? null,
      file: documents[0] ?? null,
    })),
  }
}

/** Who else has words here that are in no version yet. */
async function otherWriters({ matter, viewer, directory }: MatterPage) {
  const where = { matterId: matter.id, NOT: { personId: viewer.personId } }
  const copies = await world().database.client.workingCopy.findMany({
    where,
    select: { personId: true, savedAt: true },
    orderBy: { savedAt: 'desc' },
  })
  return copies.map(({ personId, savedAt }) => ({
    name: directory.people.get(personId)?.name ?? '',
    savedAt: savedAt.toISOString(),
  }))
}

function companionOf(
  matter: Matter,
  kind: CompanionView['kind'],
): CompanionView | { kind: CompanionView['kind']; words: null } {
  const saved = recordsOf(matter, 'companion-saved')
    .filter(({ payload }) => payload.kind === kind)
    .pop()
  if (!saved) return { kind, words: null }
  return {
    kind,
    words: saved.payload.words,
    publicity: saved.payload.publicity ?? null,
    person: saved.names.person,
    at: saved.at,
  }
}

export type DraftAnswer = ActAnswer & { conflict?: Conflict | null; mine?: LegalText }

/** A form that also carries the revision of the matter is refused for that first. */
const overtaken: ReadonlySet<string> = new Set(['version-superseded', 'changed-meanwhile'])

/** What a refused saver typed or uploaded, as a text, and compared with the version that came before his. */
export async function withConflict(matterId: string, answer: ActAnswer): Promise<DraftAnswer> {
  if (!overtaken.has(answer.refusal?.code ?? '')) return answer
  const { client } = world().database
  const matter = await findMatter(client, matterId)
  const latest = matter && latestVersion(matter)
  if (!latest || latest.payload.versionId === answer.values.baseVersionId) return answer
  const text = (await findTexts(client, [latest.payload.versionId])).get(latest.payload.versionId)!
  const mine = typed(answer.values, text)
  if (!mine) return answer
  return { ...answer, mine, conflict: conflictWith(latest, text, mine) }
}

function typed({ tree, source }: Record<string, unknown>, previous: LegalText): LegalText | null {
  if (typeof tree === 'string') return readTree(tree)
  return typeof source === 'string' ? parse(source, randomUUID, previous) : null
}

function readTree(json: string): LegalText | null {
  try {
    const stored = readStored(JSON.parse(json))
    return stored.ok ? stored.value : null
  } catch {
    return null
  }
}
