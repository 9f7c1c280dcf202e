import type { FileOrigin } from './reading.server.ts'

/** Names of the document properties by which a Word file that comes back is known again. */
export const originProperties = { matter: 'wenheng-matter', version: 'wenheng-version' } as const

/** Bookmarks whose name begins with a line are hidden in Word; a name has 40 characters, so each id has a bookmark of its own. */
const marks = { matterId: '_whm', versionId: '_whv' } as const
const encode = (id: string) => id.replaceAll('-', '_')
const decode = (name: string) => name.slice(4).replaceAll('_', '-')
const fits = (id: string) => /^[0-9A-Za-z-]{1,36}$/.test(id)

export const originBookmark = {
  /** No names where an id has signs that a bookmark cannot carry. */
  names: ({ matterId, versionId }: FileOrigin): string[] =>
    fits(matterId) && fits(versionId)
      ? [`${marks.matterId}${encode(matterId)}`, `${marks.versionId}${encode(versionId)}`]
      : [],
  read(bookmarks: string[]): FileOrigin | null {
    const matter = bookmarks.find((name) => name.startsWith(marks.matterId))
    const version = bookmarks.find((name) => name.startsWith(marks.versionId))
    return matter && version ? { matterId: decode(matter), versionId: decode(version) } : null
  },
}
