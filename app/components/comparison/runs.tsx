import { useTranslation } from 'react-i18next'
import type { Run } from '#app/domain/comparison/inner.ts'

/**
 * Words of a difference. What came is underlined, what went struck through, and both are named for readers who
 * hear the page; a reference that only followed its target is drawn lighter.
 */
export function Runs({ runs, side }: { runs: readonly Run[]; side?: 'old' | 'new' }) {
  const { t } = useTranslation()
  const hidden = side === 'old' ? 'inserted' : side === 'new' ? 'deleted' : null
  return (
    <>
      {runs.map(({ kind, text, consequential }, at) => {
        if (kind === hidden) return null
        if (kind === 'same') return text
        const Mark = kind === 'inserted' ? 'ins' : 'del'
        const name = t(consequential ? 'comparison.followed' : `comparison.${kind}`)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity and never change their order
          <Mark key={at} className={consequential ? 'followed' : undefined} data-mark={`${name} `}>
            {text}
          </Mark>
        )
      })}
    </>
  )
}
