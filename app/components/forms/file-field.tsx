import { useTranslation } from 'react-i18next'
import { FieldError } from '../ui/field-error.tsx'
import { sizeWords } from '../ui/size-words.ts'
import { FieldLabel, type FieldProps, fieldId } from './field.tsx'

export type FileFieldProps = Omit<FieldProps, 'value'> & {
  /** Such as '.docx,.txt'. */
  accept?: string
  maxBytes?: number
  multiple?: boolean
}

/** A native file input: the form must be `multipart/form-data`. */
export function FileField({
  name,
  label,
  hint,
  required,
  id = fieldId(name),
  errors,
  accept,
  maxBytes,
  multiple,
}: FileFieldProps) {
  const { t } = useTranslation()
  const faulty = Boolean(errors?.length)
  const described = [`${id}-hint`, faulty && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        <FieldLabel label={label} required={required} />
      </label>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
        {hint && ' '}
        {accept && <>{t('ui.fileField.accept', { kinds: accept.split(',').join(t('common.and')) })} </>}
        {maxBytes && t('ui.fileField.max', { size: sizeWords(t, maxBytes) })}
      </p>
      <FieldError id={`${id}-error`} codes={errors} />
      <input
        type="file"
        name={name}
        id={id}
        accept={accept}
        multiple={multiple}
        className="file-input"
        aria-describedby={described}
        aria-invalid={faulty || undefined}
      />
    </div>
  )
}
