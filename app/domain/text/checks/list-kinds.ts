import type { Provision } from '../model.ts'
import type { Check, Found } from './check.ts'
import { technicalRules } from './sources.ts'

const lead = /下列(情形|行为)之一的?[^。；]*[：:]$/
/** 其他……的情形, 其他……行为: the last item says by its own words what the list is of. */
const closing = /^(?:(?:法律|法规|规章|有关|本)[^。；]*)?其他[^。；]*(情形|行为)(?:的)?[。；]?$/

function kindFinding(list: Provision): Found[] {
  const said = lead.exec(list.text)?.[1]
  const last = list.children.findLast(({ kind }) => kind === 'subparagraph')
  const closes = last && closing.exec(last.text)?.[1]
  // A list of 情形 may close with other 行为; one of 行为 holds nothing else.
  if (said !== '行为' || closes !== '情形') return []
  return [{ in: last!.id, quote: last!.text, why: { code: 'list-kind', fields: { said, closes } } }]
}

/** 有下列行为之一的 before a list of 行为 alone; what is also of other things is 有下列情形之一的. */
export const listKindCheck: Check = {
  id: 'list-kind',
  weight: 'note',
  source: technicalRules('有下列情形之一的、有下列行为之一的'),
  find: ({ placed }) => placed.flatMap(({ provision }) => kindFinding(provision)),
}
