import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { FieldError, type FieldErrors } from '../ui/field-error.tsx'
import { FieldLabel, type FieldProps, fieldId, type Option, useOptionLabel } from './field.tsx'
import { textOf } from './values.ts'

export type RowColumn = {
  name: string
  /** Key of its words. */
  label: string
  kind?: 'text' | 'textarea' | 'date' | 'number' | 'select'
  options?: readonly Option[]
  width?: string
}

export type RowsFieldProps = Omit<FieldProps, 'value' | 'errors'> & {
  columns: readonly RowColumn[]
  rows?: readonly Record<string, unknown>[]
  /** Blank rows after the filled ones. */
  blank?: number
  /** All errors of the form: those of a cell are at `<name>[0].<column>`. */
  errors?: FieldErrors
}

type CellProps = {
  column: RowColumn
  name: string
  id: string
  label: string
  value: string
  codes?: readonly string[]
}

function Cell({ column, name, id, label, value, codes }: CellProps) {
  const labelOf = useOptionLabel()
  const { kind = 'text', options = [] } = column
  const faulty = Boolean(codes?.length)
  const shared = {
    name,
    id,
    'aria-label': label,
    defaultValue: value,
    className: 'cell-input',
    'aria-invalid': faulty || undefined,
    'aria-describedby': faulty ? `${id}-error` : undefined,
  }
  return (
    <>
      <FieldError id={`${id}-error`} codes={codes} />
      {kind === 'textarea' && <textarea {...shared} rows={2} />}
      {kind === 'select' && (
        <select {...shared}>
          <option value="" />
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.labelKey ? undefined : 'zh-CN'}>
              {labelOf(option)}
            </option>
          ))}
        </select>
      )}
      {kind === 'date' && <input {...shared} type="date" max="9999-12-31" />}
      {(kind === 'text' || kind === 'number') && (
        <input {...shared} type="text" inputMode={kind === 'number' ? 'decimal' : undefined} autoComplete="off" />
      )}
    </>
  )
}

/** A table of entries of one kind. Blank rows are left out when the form is read; script adds more. */
export function RowsField({
  name,
  label,
  hint,
  required,
  id = fieldId(name),
  columns,
  rows = [],
  blank = 3,
  errors = {},
}: RowsFieldProps) {
  const { t } = useTranslation()
  const [hydrated, setHydrated] = useState(false)
  const [added, setAdded] = useState(0)
  useEffect(() => setHydrated(true), [])
  const count = rows.length + blank + added
  return (
    <fieldset className="field rows-field" aria-describedby={errors[name]?.length ? `${id}-group-error` : undefined}>
      <legend>
        <FieldLabel label={label} required={required} />
      </legend>
      {hint && <p className="field-hint">{hint}</p>}
      <FieldError id={`${id}-group-error`} codes={errors[name]} />
      <div className="table-region">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="numeric">
                {t('ui.rows.number')}
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col" style={column.width ? { width: column.width } : undefined}>
                  {t(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, row) => row).map((row) => (
              <tr key={row}>
                <th scope="row" className="numeric">
                  {row + 1}
                </th>
                {columns.map((column, place) => {
                  const cell = `${name}[${row}].${column.name}`
                  return (
                    <td key={column.name}>
                      <Cell
                        column={column}
                        name={cell}
                        id={row === 0 && place === 0 ? id : fieldId(cell, id)}
                        label={t('ui.rows.cell', { label: t(column.label), row: row + 1 })}
                        value={textOf(rows[row]?.[column.name])}
                        codes={errors[cell]}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hydrated && (
        <Button type="button" onClick={() => setAdded(added + 1)}>
          {t('ui.rows.add')}
        </Button>
      )}
    </fieldset>
  )
}
