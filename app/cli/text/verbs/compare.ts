import { compare } from '#app/domain/comparison/changes.ts'
import { changeLines, comparisonHtml, type RenderWords, tableHtml } from '#app/domain/comparison/render.ts'
import { comparisonReport } from '#app/domain/comparison/report.ts'
import { states } from '#app/domain/comparison/rows.ts'
import { comparisonTable } from '#app/domain/comparison/table.ts'
import { collisionKinds } from '#app/domain/comparison/three.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { UsageFault } from '../fault.ts'
import { countingIds } from '../new-id.ts'
import type { Translate } from '../translate.ts'
import type { Verb } from '../verb.ts'

const titleOf = ({ children }: LegalText) => children.find(({ kind }) => kind === 'title')?.text ?? ''

const wordsOf = (
  translate: Translate,
  title: string,
  counts: { substantive: number; consequential: number },
): RenderWords => ({
  language: translate('compare-language'),
  title,
  old: translate('compare-old'),
  next: translate('compare-new'),
  summary: translate('compare-summary', counts),
  states: Object.fromEntries(
    states.map((state) => [state, translate(`comparison.state.${state}`)]),
  ) as RenderWords['states'],
  collisions: Object.fromEntries(
    collisionKinds.map((kind) => [kind, translate(`collision-${kind}`)]),
  ) as RenderWords['collisions'],
})

export const compareVerb: Verb = {
  files: { least: 2, most: 3 },
  options: { html: 'flag', table: 'flag', 'fail-on': ['change'] },
  usage: 'text -- compare [--html | --table] [--fail-on change] [--json] OLD NEW [BASE]',
  run({ inputs, flag, list, translate }) {
    if (flag('html') && flag('table')) throw new UsageFault('one-form')
    const newId = countingIds()
    const [old, next, base] = inputs.map(({ text }) => parse(text, newId)) as [LegalText, LegalText, LegalText?]
    const report = comparisonReport(old, next, base ? { base } : {})
    const words = wordsOf(translate, titleOf(next) || titleOf(old), report)
    const lines = () => changeLines(report, words).join('\n')
    const html = () => comparisonHtml(report, words)
    const table = () => tableHtml(comparisonTable(compare(old, next)), words)
    const hasChanged = report.changes.some(({ kind }) => kind !== 'unchanged')
    return {
      output: flag('html') ? html() : flag('table') ? table() : lines(),
      json: report,
      messages: [],
      exit: hasChanged && list('fail-on').includes('change') ? 1 : 0,
    }
  },
}
