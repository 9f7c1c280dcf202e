import type { Result } from '../base/result.ts'
import { fail, ok } from '../base/result.ts'
import { type Comparison, compare } from '../comparison/changes.ts'
import { rebuild } from '../comparison/rebuild.ts'
import { comparisonReport, type ReportChange } from '../comparison/report.ts'
import { comparisonTable, type TableRow } from '../comparison/table.ts'
import { fold } from '../text/fold.ts'
import type { LegalText } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { print } from '../text/print.ts'
import type { Certificate } from './certificate.ts'
import { amendedText } from './amended-note.ts'
import { type NotProved, write, type WriteError, type WriteOptions } from './write.ts'

/** The decision as far as it could be proved, and the text that it gives with the decision in its 题注. */
export type Decided = { decision: string; certificate: Certificate; amended: LegalText }

/**
 * The four faces of one change: 修改决定 and 修正文本, or why there is none; 修改对照表 with the rows that changed;
 * 花脸稿 as the whole text with what went and what came.
 */
export type Faces = {
  decided: Result<Decided, NotProved>
  comparison: Comparison
  table: TableRow[]
  redline: ReportChange[]
}

/** `no-change`, or a face that does not hold the words of the two texts which the decision joins. */
export type FacesError =
  | Exclude<WriteError, NotProved>
  | { code: 'faces-differ'; face: 'table' | 'redline'; side: 'old' | 'new' }

type Side = 'old' | 'new'
const sides: readonly Side[] = ['old', 'new']

/** Words paragraph by paragraph, whatever their order: what moved stands in a table where it came. */
const gathered = (words: readonly string[]) => words.map(fold).filter(Boolean).sort().join('\n')

/** Provisions with their places and words; labels as written are none of a comparison's rows. */
const tree = (text: LegalText) =>
  place(text)
    .map(({ depth, provision: { kind, text: words } }) => [depth, kind, words].join('\t'))
    .join('\n')

function tableHolds({ rows }: Comparison, table: readonly TableRow[], side: Side, text: LegalText): boolean {
  const shown = table.flatMap((row) => row[side].map(({ runs }) => runs.map((run) => run.text).join('')))
  const words = rows.map(({ oldText, newText }) => (side === 'old' ? oldText : newText))
  const isWhole = tree(rebuild(rows, side === 'old' ? 'old' : 'next')) === tree(text)
  return isWhole && gathered(shown) === gathered(words)
}

function redlineHolds(redline: readonly ReportChange[], side: Side, text: LegalText): boolean {
  const hidden = side === 'old' ? '+' : '-'
  const runs = redline.flatMap((change) => change.runs).filter(([sign]) => sign !== hidden)
  return runs.map(([, words]) => words).join('') === print(text)
}

/** The decision with the text that it gives; `null` where there is nothing to decide. */
function decide(old: LegalText, next: LegalText, options: WriteOptions): Faces['decided'] | null {
  const written = write(old, next, options)
  if (!written.ok) return written.error.code === 'no-change' ? null : fail(written.error)
  const { decision, certificate } = written.value
  return ok({ decision, certificate, amended: amendedText(old, next, options) })
}

/**
 * All faces of the change from one text to another. The decision is proved as in `write`; one that is not is no
 * decision, and the other faces stand without it. The table and the redline are given only when each holds both
 * texts whole, so that no face says more or less than another.
 */
export function faces(old: LegalText, next: LegalText, options: WriteOptions): Result<Faces, FacesError> {
  const decided = decide(old, next, options)
  if (!decided) return fail({ code: 'no-change' })
  const comparison = compare(old, next)
  const all = comparisonTable(comparison, 'all')
  const redline = comparisonReport(old, next).changes
  for (const side of sides) {
    const text = side === 'old' ? old : next
    if (!tableHolds(comparison, all, side, text)) return fail({ code: 'faces-differ', face: 'table', side })
    if (!redlineHolds(redline, side, text)) return fail({ code: 'faces-differ', face: 'redline', side })
  }
  const table = all.filter(({ substantive }) => substantive)
  return ok({ decided, comparison, table, redline })
}
