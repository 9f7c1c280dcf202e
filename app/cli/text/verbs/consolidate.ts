import { type AppliedInstruction, applyDecision } from '#app/domain/amendment/apply-decision.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { InputFault } from '../fault.ts'
import { countingIds } from '../new-id.ts'
import type { Translate } from '../translate.ts'
import type { Message, Verb } from '../verb.ts'

const isDone = ({ state }: AppliedInstruction) => state === 'applied' || state === 'already-done'

const failure = (
  { no, quote, state, places, with: others }: AppliedInstruction,
  file: string,
  translate: Translate,
): Message => ({
  file,
  line: null,
  code: state,
  message: translate(`instruction-${state}`, {
    no,
    quote: quote.slice(0, 60),
    places: places.join('、'),
    others: others.join('、'),
  }),
})

export const consolidateVerb: Verb = {
  files: { least: 2, most: 2 },
  options: { doc: 'value', note: 'value', partial: 'flag' },
  usage: 'text -- consolidate [--doc TITLE] [--note TEXT] [--partial] [--json] OLD DECISION',
  run({ inputs, option, flag, translate }) {
    const [old, decision] = inputs as [(typeof inputs)[0], (typeof inputs)[0]]
    const newId = countingIds()
    const [document, note] = [option('doc') ?? undefined, option('note') ?? undefined]
    const text = parse(old.text, newId)
    const applied = applyDecision(text, decision.text, { newId, document, note })
    if ('error' in applied)
      throw new InputFault(
        applied.error,
        { documents: applied.documents.map((title) => `《${title}》`).join('、') },
        decision.name,
      )
    const { instructions, unread, complete } = applied
    const messages = [
      ...instructions.filter((one) => !isDone(one)).map((one) => failure(one, decision.name, translate)),
      ...unread.map(
        ({ line, quote }): Message => ({
          file: decision.name,
          line,
          code: 'order-unread',
          message: translate('order-unread', { quote: quote.slice(0, 60) }),
        }),
      ),
    ]
    const words = print(applied.text)
    const isShown = complete || flag('partial')
    return {
      output: words,
      json: { text: isShown ? words : null, document: applied.document, instructions, unread },
      messages,
      exit: complete ? 0 : 2,
      isPartial: flag('partial'),
    }
  },
}
