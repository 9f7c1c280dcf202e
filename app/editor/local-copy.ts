import type { LegalText } from '#app/domain/text/model.ts'
import { textFormat } from '#app/domain/text/model.ts'

/** Words kept on this machine because the server may not have them. `revision` is the one that they continue. */
export type LocalCopy = { text: LegalText; revision: number; keptAt: string }

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where the words of one person on one version of one matter are kept. */
export const localKey = (matter: string, version: string, person: string): string =>
  ['draft', matter, version, person].map(encodeURIComponent).join('/')

/** True where the words are kept; false where the browser has no room or forbids it. */
export function keepLocally(shelf: Shelf, key: string, copy: LocalCopy): boolean {
  try {
    shelf.setItem(key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

export function forgetLocally(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(key)
  } catch {
    // a browser that forbids storage kept nothing
  }
}

const isCopy = (value: unknown): value is LocalCopy =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'revision' in value &&
  'keptAt' in value &&
  typeof value.revision === 'number' &&
  typeof value.keptAt === 'string' &&
  typeof value.text === 'object' &&
  value.text !== null &&
  'format' in value.text &&
  value.text.format === textFormat &&
  'children' in value.text &&
  Array.isArray(value.text.children)

function read(shelf: Shelf, key: string): unknown {
  try {
    return JSON.parse(shelf.getItem(key) ?? 'null')
  } catch {
    return null // not ours, or storage is forbidden
  }
}

const asideKey = (key: string) => `${key}/aside`

/** Copies of earlier visits that nobody has decided about yet. They lie apart, so that new words never cover them. */
export function setAside(shelf: Shelf, key: string, copies: readonly LocalCopy[]): void {
  try {
    if (copies.length === 0) shelf.removeItem(asideKey(key))
    else shelf.setItem(asideKey(key), JSON.stringify(copies))
  } catch {
    // there was room for them a moment ago; where there is none now, they stay in the page
  }
}

/** All copies that can be read, oldest first. */
export function localCopies(shelf: Shelf, key: string): LocalCopy[] {
  const aside = read(shelf, asideKey(key))
  return [...(Array.isArray(aside) ? aside : []), read(shelf, key)].filter(isCopy)
}
