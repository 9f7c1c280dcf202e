import { checkText, type Finding } from '#app/domain/text/checks/check-text.ts'
import { type Weight, weights } from '#app/domain/text/checks/check.ts'
import { parse } from '#app/domain/text/parse.ts'
import { sourceLines } from '#app/domain/text/source-lines.ts'
import { countingIds } from '../new-id.ts'
import type { Translate } from '../translate.ts'
import type { Verb } from '../verb.ts'

const told = ({ check, weight, line, address, quote, why, source }: Finding, translate: Translate) => ({
  check,
  weight,
  line,
  address,
  quote,
  why: translate(`checks.why.${why.code}`, why.fields),
  code: why.code,
  source,
})

export const checkVerb: Verb = {
  files: { least: 1, most: 1 },
  options: { 'fail-on': weights },
  usage: 'text -- check [--fail-on error|warning|note] [--json] FILE',
  run({ inputs: [input], list, translate }) {
    const text = parse(input!.text, countingIds())
    const found = checkText(text, sourceLines(text, input!.text))
    const findings = found.map((one) => told(one, translate))
    // --fail-on warning fails on errors too.
    const failing = weights.slice(0, Math.max(0, ...list('fail-on').map((one) => weights.indexOf(one as Weight) + 1)))
    return {
      output: findings
        .map(({ line, weight, address, quote, why }) =>
          [line ?? '', translate(`checks.weights.${weight}`), address, quote, why].join('\t'),
        )
        .join('\n'),
      json: { findings },
      messages: [],
      exit: findings.some(({ weight }) => failing.includes(weight)) ? 1 : 0,
    }
  },
}
