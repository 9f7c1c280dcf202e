import { randomUUID } from 'node:crypto'
import { type AppLoadContext, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { registry } from '#app/domain/acts/registry.ts'
import { plainDate } from '#app/domain/base/schemas.ts'
import { parseForm } from '#app/components/forms/parse.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { type OnBehalf, type Outcome, perform } from '../acts/perform.server.ts'
import type { Refused } from '../acts/refusing.server.ts'
import type { IncomingFile } from '../acts/uploads.server.ts'
import { confirmPassword, postedForm, type Viewer, requireViewer } from '../auth.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { shownRefusal, type ShownRefusal } from './refusal.server.ts'

/** What a page gets back when an act was refused: everything that was typed, and why. */
export type ActAnswer = {
  act: string
  formId?: string
  values: Record<string, unknown>
  errors: Record<string, string[]>
  refusal: ShownRefusal | null
}

type Posting = {
  request: Request
  context: AppLoadContext
  /** Acts that this page offers; another one is refused as unknown. */
  acts: readonly string[]
  matterId?: string
  /** Where to go when it is done. */
  to: (outcome: Outcome, act: string) => string
}

/** Reads a posted act, performs it and answers: a redirect when it is done, else what was typed with the reason. */
export async function answerAct({ request, context, acts, matterId, to }: Posting) {
  const viewer = await requireViewer(request, context)
  const form = await postedForm(request, viewer)
  const name = String(form.get('_act') ?? '')
  const act = acts.includes(name) ? registry.get(name) : undefined
  if (!act) throw new Response(null, { status: 404 })

  const parsed = parseForm(actFields(form), act.input as z.ZodType)
  const behalf = readBehalf(form)
  if (!parsed.ok || !behalf.ok)
    return data<ActAnswer>(
      {
        ...answered(form, name),
        errors: { ...(parsed.ok ? {} : parsed.errors), ...(behalf.ok ? {} : behalf.errors) },
        refusal: null,
      },
      { status: 422 },
    )

  const done = await perform(world(), {
    act: name,
    matterId,
    input: parsed.value,
    actor: actorOf(viewer),
    onBehalf: behalf.value ?? undefined,
    expectedRevision: form.get('_revision') ? Number(form.get('_revision')) : undefined,
    key: String(form.get('_key') ?? '') || undefined,
    files: await readFiles(form),
    passwordConfirmed:
      act.password && !behalf.value
        ? await confirmPassword(viewer, String(form.get('password') ?? ''), context)
        : undefined,
    requestId: context.requestId,
    origin: context.ip,
  })
  if (done.ok) return redirect(to(done.value, name))
  if (done.error.code === 'not-found') throw new Response(null, { status: 404 })
  const typed = answered(form, name)
  if (done.error.source) typed.values.source = done.error.source
  return data<ActAnswer>(
    { ...typed, ...(await shown(done.error, request, viewer, matterId)) },
    { status: done.error.code.startsWith('denied') ? 403 : done.error.code === 'changed-meanwhile' ? 409 : 422 },
  )
}

/** The fields of the act itself. Choices left empty in a list (`provisionIds[1]`) are not part of it. */
function actFields(form: FormData): FormData {
  const fields = new FormData()
  for (const [key, value] of form) {
    if (key.startsWith('_') || typeof value !== 'string') continue
    const list = /^(.+)\[\d+\]$/.exec(key)?.[1]
    if (!list) fields.append(key, value)
    else if (value) fields.append(list, value)
  }
  return fields
}

/** A key for one form on a page: posted twice it acts once. */
export const formKey = (): string => randomUUID()

export const actorOf = (viewer: Viewer) => ({
  personId: viewer.personId,
  postId: viewer.post.id,
  unitId: viewer.post.unit.id,
  roles: viewer.post.roles,
  names: { person: viewer.name, post: viewer.post.title, unit: viewer.post.unit.name },
})

/** What was typed, for the page to show again. Passwords and files are not among it. */
function answered(form: FormData, act: string) {
  const values: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    const all = form.getAll(key).filter((value) => typeof value === 'string')
    if (key !== 'password' && all.length > 0) values[key] = all.length > 1 ? all : all[0]
  }
  return { act, formId: values._form as string | undefined, values }
}

async function shown(
  refusal: Refused,
  request: Request,
  viewer: Viewer,
  matterId: string | undefined,
): Promise<Pick<ActAnswer, 'errors' | 'refusal'>> {
  const { client } = world().database
  const locale = resolveLocale(request.headers.get('Cookie'), viewer.locale)
  const matter = matterId ? await findMatter(client, matterId) : null
  const errors =
    refusal.inputErrors ??
    (refusal.field
      ? { [refusal.field.replace('onBehalf.', '_behalf.').replace('_behalf.file', '_behalf.scan')]: [refusal.code] }
      : {})
  return { errors, refusal: shownRefusal(refusal, locale, matter, await findDirectory(client, client)) }
}

const behalfSchema = z.object({
  postId: z.string().min(1),
  paperDate: plainDate,
  reference: z.string().trim().max(500).optional(),
})

/** The fieldset of 代录; no person chosen means in person. */
function readBehalf(
  form: FormData,
): { ok: true; value: OnBehalf | null } | { ok: false; errors: Record<string, string[]> } {
  if (!form.get('_behalf.postId')) return { ok: true, value: null }
  const read = behalfSchema.safeParse({
    postId: form.get('_behalf.postId'),
    paperDate: form.get('_behalf.paperDate') ?? '',
    reference: String(form.get('_behalf.reference') ?? '').trim() || undefined,
  })
  if (read.success) return { ok: true, value: read.data }
  return {
    ok: false,
    errors: Object.fromEntries(
      read.error.issues.map((issue) => [
        `_behalf.${issue.path.join('.')}`,
        [issue.path[0] === 'paperDate' ? 'date-invalid' : 'invalid'],
      ]),
    ),
  }
}

async function readFiles(form: FormData): Promise<IncomingFile[]> {
  const files: IncomingFile[] = []
  for (const [key, value] of form) {
    if (!(value instanceof File) || value.size === 0) continue
    files.push({
      field: key === '_behalf.scan' ? 'onBehalf.file' : key,
      name: value.name,
      mediaType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    })
  }
  return files
}
