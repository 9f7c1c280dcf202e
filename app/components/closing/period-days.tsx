import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, isPlainDate } from '#app/domain/base/date.ts'

/** The length of the period typed above it, in the form around it. Without script the rule is checked when it is entered. */
export function PeriodDays() {
  const { t } = useTranslation()
  const here = useRef<HTMLParagraphElement>(null)
  const [days, setDays] = useState<number | null>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    const read = () => {
      const [from, to] = ['from', 'to'].map((name) => String(new FormData(form).get(name) ?? ''))
      setDays(isPlainDate(from!) && isPlainDate(to!) ? daysBetween(from!, to!) : null)
    }
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])
  return (
    <p ref={here} className="muted number" aria-live="polite">
      {days !== null && t('closing.periodDays', { count: days })}
    </p>
  )
}
