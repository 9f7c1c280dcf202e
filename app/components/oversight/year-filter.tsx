import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

export type Option = { value: string; label: string }

/** Asks for a year, and for more where it is given. It is sent as an address. */
export function YearFilter({
  path,
  year,
  years,
  children,
}: {
  path: string
  year: number
  years: readonly number[]
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Form method="get" action={path} role="search" aria-label={t('oversight.filter')} className="filter-form">
      <label>
        {t('oversight.year')}
        <select className="cell-input" name="year" defaultValue={String(year)}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {children}
      <Button type="submit">{t('oversight.show')}</Button>
    </Form>
  )
}

/** Units to choose from, named as they are. */
export function UnitChoice({
  name,
  label,
  value,
  units,
}: {
  name: string
  label: string
  value: string | null
  units: readonly Option[]
}) {
  const { t } = useTranslation()
  return (
    <label>
      {label}
      <select className="cell-input" name={name} defaultValue={value ?? ''}>
        <option value="">{t('oversight.allUnits')}</option>
        {units.map((unit) => (
          <option key={unit.value} value={unit.value} lang="zh-CN">
            {unit.label}
          </option>
        ))}
      </select>
    </label>
  )
}
