import { z } from 'zod'
import type { Tx } from '../db.server.ts'
import type { FileStore } from '../files.server.ts'
import { isSealed, markedPerson, markIn, sealOf } from './last-person.server.ts'
import type { AuthSettings } from './library.server.ts'

const heldFile = z.object({
  field: z.string(),
  name: z.string(),
  mediaType: z.string(),
  hash: z.string(),
  seal: z.string(),
})

const heldForm = z.object({
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  files: z.array(heldFile),
  /** Names of files that could not be kept and have to be chosen again. */
  lost: z.array(z.string()),
  /** Names of the fields with passwords: they are never held and have to be typed again. */
  secrets: z.array(z.string()),
  /** The mark of the person who had signed in where this was typed. */
  mark: z.string().nullable(),
  /** The session stands, but the password given by an administrator has to be changed first. */
  mustChange: z.boolean(),
})

type HeldFile = z.infer<typeof heldFile>
/** A form that came without a session. It travels through the sign-in page and is posted again after it. */
export type HeldForm = z.infer<typeof heldForm>

/** The name under which a form carries its held files. */
export const heldFileField = '_file'

const isSecret = (name: string) => /(^|\.)password$/i.test(name)

export type Holding = {
  settings: AuthSettings
  files: FileStore
  /** Runs in a transaction. */
  within: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>
  /** Whether a file may be kept at all: not one with a secrecy mark. */
  mayKeep: (file: File) => Promise<boolean>
}

const wordsOf = (personId: string, { field, name, mediaType, hash }: Omit<HeldFile, 'seal'>) => [
  personId,
  field,
  name,
  mediaType,
  hash,
]

/**
 * What was posted, to be carried through the sign-in page. Words travel with the page; the bytes of files wait in the store, under a
 * seal that names the person, until the sweep of the day after. Without a mark of his nobody can be meant, and no bytes are kept.
 */
export async function holdForm(
  { settings, files, within, mayKeep }: Holding,
  { path, form, headers, mustChange = false }: { path: string; form: FormData; headers: Headers; mustChange?: boolean },
): Promise<HeldForm> {
  const mark = markIn(settings, headers)
  const personId = mark && markedPerson(settings, mark)
  const held: HeldForm = { path, fields: [], files: [], lost: [], secrets: [], mark, mustChange }
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (isSecret(name)) held.secrets.push(name)
      else held.fields.push([name, value])
      continue
    }
    if (value.size === 0 && value.name === '') continue
    if (!personId || !(await mayKeep(value))) {
      held.lost.push(value.name)
      continue
    }
    const bytes = new Uint8Array(await value.arrayBuffer())
    const { hash } = await within((tx) => files.put(tx, bytes))
    const file = { field: name, name: value.name, mediaType: value.type, hash }
    held.files.push({ ...file, seal: sealOf(settings, 'held-file', wordsOf(personId, file)) })
  }
  return held
}

/** A held form as it came back from the page; null where it is none. */
export function readHeldForm(json: unknown): HeldForm | null {
  if (typeof json !== 'string' || json === '') return null
  try {
    const read = heldForm.safeParse(JSON.parse(json))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Whether what one person typed may go on in the name of another: never. A form without a mark belongs to whoever signs in. */
export function mayContinue(settings: AuthSettings, { mark }: HeldForm, personId: string): boolean {
  const owner = mark && markedPerson(settings, mark)
  return !owner || owner === personId
}

/** Puts held files back into their fields. A seal of another person and bytes that were swept meanwhile leave the field empty. */
export async function withHeldFiles(
  form: FormData,
  personId: string,
  { settings, files, client }: Pick<Holding, 'settings' | 'files'> & { client: Tx },
): Promise<FormData> {
  const carried = form.getAll(heldFileField)
  form.delete(heldFileField)
  for (const json of carried) {
    const file = readFile(json)
    if (!file || !isSealed(settings, 'held-file', wordsOf(personId, file), file.seal)) continue
    const bytes = await files.get(client, file.hash)
    if (!bytes) continue
    form.append(file.field, new File([new Uint8Array(bytes)], file.name, { type: file.mediaType }))
  }
  return form
}

function readFile(json: FormDataEntryValue): HeldFile | null {
  try {
    const read = heldFile.safeParse(JSON.parse(String(json)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
