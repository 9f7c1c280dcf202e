import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const keptAs = 'wenheng.review-keys'

/** Whether single keys work here, as this browser was last told. Off until script has read it. */
export function useKeysSwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(false)
  useEffect(() => setOn(localStorage.getItem(keptAs) !== 'off'), [])
  const keep = (value: boolean) => {
    localStorage.setItem(keptAs, value ? 'on' : 'off')
    setOn(value)
  }
  return [on, keep]
}

/** Single keys can be switched off (WCAG 2.1.4). */
export function KeysSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <p className="keys-switch screen-only">
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
        {t('review.keys')}
      </label>{' '}
      <span className="muted">{t('review.keysHint')}</span>
    </p>
  )
}
