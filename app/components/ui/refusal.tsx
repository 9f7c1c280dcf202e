import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { type FieldErrors, fieldErrorWords } from './field-error.tsx'
import { Icon } from './icon.tsx'
import { Sentence } from './original.tsx'
import { RuleNote } from './rule-note.tsx'

export type Values = Record<string, string | number>

/** Something that is missing: words in the reader's language or the key of a sentence, who can supply it, where, and why. */
export type Missing = {
  key?: string
  text?: string
  values?: Values
  who?: string
  to?: string
  source?: Source
  ruleName?: string
}

export type RefusalData = {
  /** Its sentence is at `refusals.<code>`; a code without one gets a general sentence. */
  code: string
  values?: Values
  source?: Source
  ruleName?: string
  missing?: Missing[]
}

export type RefusalProps = {
  refusal?: RefusalData | null
  errors?: FieldErrors
  /** Label and id of each field, so that the summary can name and link it. */
  fields?: { name: string; label: string; id: string }[]
}

const fieldOf = (fields: RefusalProps['fields'], name: string) =>
  fields?.find((field) => field.name === name) ??
  fields?.find((field) => name.startsWith(`${field.name}[`) || name.startsWith(`${field.name}.`))

export const missingKey = ({ key, text, who, ruleName }: Missing): string => [key, text, who, ruleName].join()

/** One thing that is missing, with the rule that asks for it. */
export function MissingItem({ item }: { item: Missing }) {
  const { t } = useTranslation()
  const words = <Sentence>{item.text ?? (item.key ? t(item.key, item.values ?? {}) : '')}</Sentence>
  return (
    <li>
      {item.to ? <Link to={item.to}>{words}</Link> : words}
      {item.who && (
        <Sentence>
          {t('common.openBracket') + t('errors.summary.who', { who: item.who }) + t('common.closeBracket')}
        </Sentence>
      )}
      {item.source && <RuleNote source={item.source} name={item.ruleName} />}
    </li>
  )
}

/** What was refused: the rule, what is missing and who can supply it, and the fields to mend. It takes the focus. */
export function Refusal({ refusal, errors, fields }: RefusalProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const faulty = Object.entries(errors ?? {}).filter(([, codes]) => codes.length > 0)
  const shown = Boolean(refusal) || faulty.length > 0
  // a new answer to the same faults takes the focus again
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is watched, not used
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, refusal, errors])
  if (!shown) return null
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box} id="refusal">
      <h2>
        <Icon name="stop" /> {t('errors.summary.title')}
      </h2>
      {refusal && (
        <>
          <p>
            <Sentence>{t([`refusals.${refusal.code}`, 'errors.refused'], refusal.values ?? {})}</Sentence>
          </p>
          <p className="muted">{t('errors.summary.code', { code: refusal.code })}</p>
        </>
      )}
      {refusal?.missing && refusal.missing.length > 0 && (
        <>
          <h3>{t('errors.summary.missing')}</h3>
          <ul>
            {refusal.missing.map((item) => (
              <MissingItem key={missingKey(item)} item={item} />
            ))}
          </ul>
        </>
      )}
      {faulty.length > 0 && (
        <>
          <h3>{t('errors.summary.fields')}</h3>
          <ul>
            {faulty.map(([name, codes]) => {
              const field = fieldOf(fields, name)
              const words = [...new Set(codes)].map((code) => fieldErrorWords(t, code)).join(' ')
              return (
                <li key={name}>
                  {field ? (
                    <a href={`#${field.id}`}>
                      {field.label}
                      {t('common.colon')}
                      {words}
                    </a>
                  ) : (
                    words
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {refusal?.source && !refusal.missing?.some((item) => item.source) && (
        <>
          <h3>{t('errors.summary.rule')}</h3>
          <RuleNote source={refusal.source} name={refusal.ruleName} />
        </>
      )}
      <p className="muted">{t('errors.summary.kept')}</p>
    </div>
  )
}
