import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** Error codes by field name, as an act or a parsed form returns them. The empty name is the form as a whole. */
export type FieldErrors = Record<string, string[]>

/** The sentence of a field's error code. */
export const fieldErrorWords = (t: TFunction, code: string): string =>
  t([`errors.fields.${code}`, 'errors.fields.invalid'])

export function FieldError({ id, codes }: { id: string; codes: readonly string[] | undefined }) {
  const { t } = useTranslation()
  if (!codes || codes.length === 0) return null
  return (
    <p id={id} className="field-error">
      <Icon name="stop" />
      <span>
        <span className="visually-hidden">{t('errors.prefix')}</span>
        {[...new Set(codes)].map((code) => fieldErrorWords(t, code)).join(' ')}
      </span>
    </p>
  )
}
