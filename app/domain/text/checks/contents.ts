import { fold } from '../fold.ts'
import type { Provision } from '../model.ts'
import { printedLabel } from '../outline.ts'
import type { Check, Examined, Found } from './check.ts'
import { technicalRules } from './sources.ts'

const divisions = new Set(['part', 'subpart', 'chapter', 'section'])
/** 第一章 总则……（3） : leaders and page numbers behind an entry. */
const page = /(?:[.．…·]+|[（(]\d+[）)]|\d+)+$/

function compare({ placed }: Examined, contents: Provision): Found[] {
  const headings = placed
    .filter(({ provision }) => divisions.has(provision.kind))
    .map((one) => ({ id: one.provision.id, words: fold(printedLabel(one) + one.provision.text) }))
  const entries = contents.text
    .split('\n')
    .slice(1)
    .map((line) => fold(line).replace(page, ''))
    .filter(Boolean)
  const sections = entries.some((entry) => entry.includes('节'))
  const missing = headings.filter(({ words }) => !entries.includes(words) && (sections || !/^第[^章编]+节/.test(words)))
  const extra = entries.filter((entry) => /^第.+[编章节]/.test(entry) && !headings.some(({ words }) => words === entry))
  return [
    ...missing.map(({ id, words }) => ({
      in: id,
      quote: words,
      why: { code: 'contents-missing', fields: { heading: words } },
    })),
    ...extra.map((entry) => ({
      in: contents.id,
      quote: entry,
      why: { code: 'contents-extra', fields: { heading: entry } },
    })),
  ]
}

/** The table of contents holds the headings of the text in their words. */
export const contentsCheck: Check = {
  id: 'contents',
  weight: 'warning',
  source: technicalRules('目录'),
  find: (examined) => {
    const contents = examined.placed.filter(({ provision }) => provision.kind === 'contents')
    return contents.length === 1 ? compare(examined, contents[0]!.provision) : []
  },
}
