import type { Provision } from '../model.ts'
import type { Check, Found } from './check.ts'
import { technicalRules } from './sources.ts'

const goesOn = /[；;]$|[；;](?:或者?|并|以及|和)$/
const ends = /[。.]$/
const isList = ({ children }: Provision) => children.filter(({ kind }) => kind === 'subparagraph').length > 1

function listFindings(list: Provision): Found[] {
  const items = list.children.filter(({ kind }) => kind === 'subparagraph')
  // Items of several sentences or with a list of their own are written as sentences.
  if (items.some(({ text, children }) => children.length > 0 || /[。：]./.test(text))) return []
  if (items.slice(0, -1).every(({ text }) => !goesOn.test(text))) return []
  return items.flatMap((item, index): Found[] => {
    const isLast = index === items.length - 1
    if (isLast ? ends.test(item.text) : goesOn.test(item.text)) return []
    const code = isLast ? 'list-last-mark' : 'list-mark'
    return [{ in: item.id, quote: item.text.slice(-16), why: { code, fields: { mark: item.text.slice(-1) } } }]
  })
}

/** Items of a list end in ；, the last in 。 */
export const listMarkCheck: Check = {
  id: 'list-marks',
  weight: 'note',
  source: technicalRules('标点符号的使用'),
  find: ({ placed }) => placed.flatMap(({ provision }) => (isList(provision) ? listFindings(provision) : [])),
}
