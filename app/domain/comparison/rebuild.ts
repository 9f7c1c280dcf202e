import { type LegalText, type Provision, textFormat } from '../text/model.ts'
import type { Row } from './rows.ts'

/**
 * One side of a comparison made again from its rows alone: the tree, its ids, kinds and words. Labels follow
 * from positions and are not part of it. Comparing loses nothing when this equals what was compared.
 */
export function rebuild(rows: readonly Row[], side: 'old' | 'next'): LegalText {
  const root: LegalText = { format: textFormat, children: [] }
  const provisions = new Map<string, Provision>()
  const placed = rows.flatMap((row) => {
    const at = side === 'old' ? row.oldSide : row.newSide
    return at ? [{ ...at, text: side === 'old' ? row.oldText : row.newText }] : []
  })
  for (const { id, parentId, kind, text } of placed.sort((a, b) => a.index - b.index)) {
    const known = provisions.get(id)
    if (known) {
      known.text += text
      continue
    }
    const provision: Provision = { id, kind, text, children: [] }
    provisions.set(id, provision)
    const siblings = parentId === null ? root.children : provisions.get(parentId)!.children
    siblings.push(provision)
  }
  return root
}
