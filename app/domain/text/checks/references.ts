import type { Check } from './check.ts'
import { excerpt } from './check.ts'
import { technicalRules } from './sources.ts'

/** What a text cites of itself, it holds. Without 本办法 before it the words may mean another document. */
export const referenceCheck: Check = {
  id: 'references',
  weight: 'warning',
  source: technicalRules('引用法律条文'),
  find: ({ references, words }) =>
    references.flatMap(({ in: id, state, start, end, lead, relative }) => {
      if (state !== 'absent') return []
      const text = words.get(id) ?? ''
      const reference = text.slice(start, end)
      const isCertain = lead === 'own' && relative === null
      return [
        {
          in: id,
          quote: excerpt(text, start, end),
          why: { code: relative ? 'reference-nothing-before' : 'reference-absent', fields: { reference } },
          ...(isCertain && { weight: 'error' as const }),
        },
      ]
    }),
}
