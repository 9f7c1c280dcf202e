import { foldNumber } from '#app/domain/document/numbers.ts'
import { findMatters, findNames, findRegistered } from '../repositories/desk.server.ts'
import { world } from '../world.server.ts'
import { shownLine, type WorkbenchPage } from './workbench-page.server.ts'

const listed = 50
export const longestQuery = 200

/**
 * Where is it? Matters in which the viewer's unit takes part, and published documents for everybody, by title or any number; brackets,
 * width and white space are not looked at.
 */
export async function searchView(page: WorkbenchPage | null, words: string) {
  const { client } = world().database
  const folded = foldNumber(words.slice(0, longestQuery))
  if (!folded) return { matters: [], total: 0, registered: [] }
  const found = page
    ? await findMatters(client, { unitId: page.viewer.post.unit.id, folded }, { take: listed })
    : { rows: [], total: 0 }
  const names = await findNames(
    client,
    found.rows.map(({ id }) => id),
  )
  return {
    matters: page
      ? found.rows.map((line) => ({
          ...shownLine(line, page),
          numbers: (names.get(line.id) ?? []).filter(({ kind }) => kind !== 'title'),
        }))
      : [],
    total: found.total,
    registered: await findRegistered(client, folded, listed),
  }
}
