import { z } from 'zod'
import { carryDraft } from '../amendment/carry-draft.ts'
import { ok, type Result } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, yesNo } from '../base/schemas.ts'
import { compare } from '../comparison/changes.ts'
import { classifyEdits } from '../comparison/edit-classes.ts'
import { substantiveChanges } from '../comparison/classify.ts'
import { hintsBetween } from '../matter/fact-hints.ts'
import { latestVersion, type Matter, versionsOf } from '../matter/matter.ts'
import { companionKinds, type Payload } from '../matter/records.ts'
import { stageOf } from '../matter/stage.ts'
import { fingerprint } from '../text/canonical.ts'
import { checkSource } from '../text/limits.ts'
import type { LegalText } from '../text/model.ts'
import { parse } from '../text/parse.ts'
import { print } from '../text/print.ts'
import { findSecrecyMark } from '../text/secrecy.ts'
import { readStored } from '../text/stored.ts'
import { act, boundLatest, type Context, filesOf, type Refusal, refuse } from './act.ts'

/** Stages in which the lead unit may change the text. What lies with the office or the reviewer is closed; it comes back by return, opinion or minutes. */
const editable = [
  'opened',
  'drafting',
  'circulating',
  'settling',
  'closing',
  'supplementing',
  'reviewed',
  'post-meeting',
  'signing',
  'signed',
  'numbered',
] as const
export const drafters = [{ roles: ['drafter'], relations: ['lead'], stages: editable }] as const

type Written = { source?: string; tree?: string }

/** The text as it was handed in: a tree from the editor, a text area, or an uploaded file. Ids of the previous version are carried over. */
function readText(input: Written, previous: LegalText | undefined, context: Context): Result<LegalText, Refusal> {
  if (context.read) return parsed(context.read.source, previous, context)
  if (input.tree) {
    const tree = readTree(input.tree)
    if (!tree) return refuse('tree-malformed', {}, 'tree')
    return findSecrecyMark(print(tree)) ? refuse('secrecy-mark', {}, 'tree') : ok(tree)
  }
  return parsed(input.source ?? '', previous, context)
}

function readTree(json: string): LegalText | null {
  try {
    const stored = readStored(JSON.parse(json))
    return stored.ok ? stored.value : null
  } catch {
    return null
  }
}

function parsed(source: string, previous: LegalText | undefined, context: Context): Result<LegalText, Refusal> {
  const checked = checkSource(source)
  if (!checked.ok) return refuse(`source-${checked.error.code}`, {}, 'source')
  const mark = findSecrecyMark(source)
  if (mark) return refuse('secrecy-mark', {}, 'source')
  return ok(parse(checked.value, context.newId, previous))
}

export const titleOfText = (text: LegalText): string => {
  const enclosed = text.children.find((node) => node.kind === 'enclosure')
  const title = text.children
    .filter((node) => node.kind === 'title')
    .map((node) => node.text)
    .join('')
  return title || (enclosed?.children.find((node) => node.kind === 'title')?.text ?? '')
}

const previousTree = (matter: Matter) => [latestVersion(matter)?.payload.versionId]

/**
 * Keeps what was typed without making it a version; one working copy a person. Words that go out by themselves (`onlyOnLatest`) are
 * kept only while the version they go on from is the latest: they may arrive after the version that was made of them.
 */
export const keepWorkingCopy = act({
  name: 'keep-working-copy',
  subject: 'matter',
  input: z.object({
    baseVersionId: id.nullable().default(null),
    source: z.string().max(2_000_000).optional(),
    tree: z.string().max(8_000_000).optional(),
    onlyOnLatest: yesNo.default(false),
  }),
  grants: drafters,
  event: 'working-copy-kept',
  decide: (matter, input) => {
    const latest = latestVersion(matter)
    if (input.onlyOnLatest && (latest?.payload.versionId ?? null) !== input.baseVersionId)
      return refuse('version-superseded', { latest: latest?.payload.number ?? 0 })
    const tree = input.tree ? readTree(input.tree) : null
    if (input.tree && !tree) return refuse('tree-malformed')
    return ok([
      {
        do: 'working-copy',
        baseVersionId: input.baseVersionId,
        source: tree ? print(tree) : (input.source ?? ''),
        tree,
      },
    ])
  },
})

/**
 * Makes a named version. The one who saves has to have started from the latest version: a second saver is told, sees the difference
 * and keeps what he typed.
 */
export const saveVersion = act({
  name: 'save-version',
  subject: 'matter',
  input: z.object({
    baseVersionId: id.nullable().default(null),
    name: line,
    note: optionalWords,
    source: z.string().max(2_000_000).optional(),
    tree: z.string().max(8_000_000).optional(),
    /** The changed text on to which the latest version is carried, instead of words. */
    carryOnto: id.optional(),
    /** What cannot stand beside the changed text was looked at. */
    seen: z.boolean().default(false),
  }),
  grants: drafters,
  event: 'version-saved',
  reads: true,
  texts: previousTree,
  decide: (matter, input, context) => {
    const latest = latestVersion(matter)
    if ((latest?.payload.versionId ?? null) !== input.baseVersionId)
      return refuse('version-superseded', { latest: latest?.payload.number ?? 0, by: latest?.names.person ?? '' })
    const previous = latest ? context.texts.get(latest.payload.versionId) : undefined
    const carried = input.carryOnto ? carriedOver(input, previous, context) : null
    if (carried && !carried.ok) return carried
    const text = carried ? parsed(print(carried.value.text), previous, context) : readText(input, previous, context)
    if (!text.ok) return text
    const own = fingerprint(text.value, context.hash)
    if (own === latest?.payload.fingerprint && !carried) return refuse('nothing-changed')
    const versionId = context.newId()
    const number = versionsOf(matter).length + 1
    const payload: Payload<'version-saved'> = {
      versionId,
      fingerprint: own,
      number,
      name: input.name,
      note: input.note,
      baseVersionId: input.baseVersionId,
      source: sourceOf(matter, input, context),
      files: filesOf(context, 'file'),
      leftBehind: context.read?.leftBehind ?? [],
      change: changeBetween(previous, text.value),
      title: titleOfText(text.value),
    }
    return ok([
      { do: 'version', id: versionId, number, tree: text.value, fingerprint: own },
      { do: 'record', kind: 'version-saved', payload },
      ...(carried
        ? [{ do: 'record' as const, kind: 'amended-text-linked' as const, payload: carried.value.link(versionId) }]
        : []),
      { do: 'working-copy-cleared' },
    ])
  },
})

function sourceOf(
  matter: Matter,
  { carryOnto, tree }: { carryOnto?: string; tree?: string },
  { read }: Context,
): Payload<'version-saved'>['source'] {
  if (stageOf(matter) === 'post-meeting') return 'post-meeting'
  if (carryOnto) return 'carried'
  return read ? 'file' : tree ? 'editor' : 'text'
}

/** The latest version on the text that stands there now, and the link that says so with what has to be decided there. */
function carriedOver(
  { note, seen }: { note?: string; seen: boolean },
  previous: LegalText | undefined,
  { newBase: onto, newId }: Context,
): Result<{ text: LegalText; link: (versionId: string) => Payload<'amended-text-linked'> }, Refusal> {
  if (!onto || !previous) return refuse('new-base-unknown')
  const carried = carryDraft(onto.base, previous, onto.newBase, newId)
  if (!carried.ok) return refuse(`draft-not-carried-${carried.error}`)
  const { text, articles } = carried.value
  if (articles.length > 0 && !seen) return refuse('collisions-unseen', {}, 'seen')
  if (!note) return refuse('words-missing', {}, 'note')
  return ok({ text, link: (versionId) => ({ ...onto.link, reason: note, carried: { versionId, articles } }) })
}

function changeBetween(previous: LegalText | undefined, next: LegalText): Payload<'version-saved'>['change'] {
  if (!previous) return { substantive: [], consequential: 0, classes: {}, hints: [] }
  const comparison = compare(previous, next)
  return {
    substantive: substantiveChanges(comparison)
      .map((row) => row.newId ?? row.oldId ?? '')
      .filter(Boolean),
    consequential: comparison.counts.consequential,
    classes: classifyEdits(comparison, previous, next),
    hints: hintsBetween(previous, next),
  }
}

export const saveCompanion = act({
  name: 'save-companion',
  subject: 'matter',
  input: z.object({
    kind: z.enum(companionKinds),
    words: z.string().trim().max(200_000).default(''),
    publicity: z.enum(['active', 'on-request', 'not-public']).optional(),
  }),
  grants: drafters,
  event: 'companion-saved',
  decide: (_, input, context) => {
    if (input.kind === 'openness' && !input.publicity) return refuse('publicity-missing', {}, 'publicity')
    if (input.kind === 'openness' && input.publicity !== 'active' && !input.words)
      return refuse('publicity-reason-missing', {}, 'words')
    if (input.kind !== 'openness' && !input.words) return refuse('words-missing', {}, 'words')
    return ok([{ do: 'record', kind: 'companion-saved', payload: { ...input, files: filesOf(context, 'files') } }])
  },
})

/** The draft as a Word file that can be sent out and brought back. */
export const sendDraftOut = act({
  name: 'send-draft-out',
  subject: 'matter',
  input: z.object({ to: optionalLine }),
  grants: [
    ...drafters,
    { roles: ['review-officer'], relations: ['reviewing'], stages: ['under-review', 'reviewed', 'post-meeting'] },
  ],
  event: 'draft-sent-out',
  decide: (matter, input) => {
    const bound = boundLatest(matter)
    if (!bound) return refuse('no-text')
    return ok([
      {
        do: 'record',
        kind: 'draft-sent-out',
        payload: { ...bound, ...input },
        document: {
          template: 'draft',
          name: `${latestVersion(matter)!.payload.title || '草案'}（第${latestVersion(matter)!.payload.number}稿）.docx`,
        },
      },
    ])
  },
})
