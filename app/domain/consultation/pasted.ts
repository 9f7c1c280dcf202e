/** One line of an opinion letter as a clerk keys or pastes it: clause, opinion, proposed wording, parted by tabs, `|` or `｜`. */
export type PastedOpinion = { clause: string; words: string; proposed: string }

const clausePattern =
  /^(第[零〇一二三四五六七八九十百千\d]+[条章节][^\s：:，,]*|全文|总体|标题|附则|附件\S*)[\s：:，,]+(.+)$/
const headings = /^(序号|条款|章节)/

/**
 * Reads a pasted table or one opinion a line. A leading number is dropped; a line without columns that begins with 第X条 is split
 * there. Empty lines and a heading row are left out; nothing else is.
 */
export function readPasted(pasted: string): PastedOpinion[] {
  return pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !headings.test(line))
    .map((line) => {
      const cells = line
        .split(/\t|\s*[|｜]\s*/)
        .map((cell) => cell.trim())
        .filter((cell, index) => cell || index > 0)
      const columns = cells.length > 1 && /^\d+[.、]?$/.test(cells[0]!) ? cells.slice(1) : cells
      if (columns.length > 1) return { clause: columns[0] ?? '', words: columns[1] ?? '', proposed: columns[2] ?? '' }
      const [, clause, words] = clausePattern.exec(columns[0] ?? line) ?? []
      return clause && words ? { clause, words, proposed: '' } : { clause: '', words: columns[0] ?? line, proposed: '' }
    })
    .filter((opinion) => opinion.words)
}
