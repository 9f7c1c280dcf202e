import type { Check, Found } from './check.ts'
import { isWithinMarks, matches } from './check.ts'
import { technicalRules } from './sources.ts'

const named =
  /(?<![\u4e00-\u9fff])(?:由|经|向|报)?(省|市|县|区|旗)([\u4e00-\u9fff]{2,6}?)(局|委员会|厅|(?:行政)?主管部门|部门)(?![\u4e00-\u9fff]{0,2}(?:等|及其))/g

/** One competent department is called by its office in one place and 主管部门 in another: 市园林局, 市园林主管部门. */
export const departmentCheck: Check = {
  id: 'department',
  weight: 'note',
  source: technicalRules('部门名称的表述'),
  find(examined): Found[] {
    const first = new Map<string, { words: string; isOffice: boolean }>()
    return matches(examined, named).flatMap(({ provision, found, at }): Found[] => {
      if (isWithinMarks(provision.text, at)) return []
      const [, level, field, kind] = found
      const words = `${level}${field}${kind}`
      const isOffice = !kind!.endsWith('部门')
      const known = first.get(`${level}${field}`)
      if (!known) first.set(`${level}${field}`, { words, isOffice })
      if (!known || known.isOffice === isOffice) return []
      const fields = { words, first: known.words }
      return [{ in: provision.id, quote: words, why: { code: 'department-two-names', fields } }]
    })
  },
}
