import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

type Props = {
  versions: ReadonlyArray<{ versionId: string; number: number; name: string }>
  chosen: { a: string; b: string; c: string } | null
}

/** The common base, the draft and the text to carry it on: a plain form of the address. */
export function ChooseDrafts({ versions, chosen }: Props) {
  const { t } = useTranslation()
  const [first, second = first, third = second] = versions
  const given = chosen ?? { a: first?.versionId, b: second?.versionId, c: third?.versionId }
  return (
    <form method="get" className="choose-drafts">
      {(['a', 'b', 'c'] as const).map((name) => (
        <label key={name}>
          {t(`amendment.choose.${name}`)}
          <select name={name} defaultValue={given[name]}>
            {versions.map(({ versionId, number, name: words }) => (
              <option key={versionId} value={versionId} lang="zh-CN">
                {`${number} ${words}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="submit">{t('amendment.carry')}</Button>
    </form>
  )
}
