import type { ReportChange, ReportRun } from '../comparison/report.ts'

export type RedlineRun = { kind: 'same' | 'deleted' | 'inserted'; text: string }

const kinds: Record<ReportRun[0], RedlineRun['kind']> = { '=': 'same', '-': 'deleted', '+': 'inserted' }

/** A 花脸稿 paragraph by paragraph, whole: each with what stayed, went and came in it; empty ones are left out. */
export function redlineLines(redline: readonly ReportChange[]): RedlineRun[][] {
  const lines: RedlineRun[][] = [[]]
  for (const [sign, words] of redline.flatMap(({ runs }) => runs))
    words.split('\n').forEach((text, index) => {
      if (index) lines.push([])
      if (text) join(lines.at(-1)!, { kind: kinds[sign], text })
    })
  return lines.filter((line) => line.length > 0)
}

function join(line: RedlineRun[], run: RedlineRun) {
  const last = line.at(-1)
  if (last?.kind === run.kind) last.text += run.text
  else line.push(run)
}
