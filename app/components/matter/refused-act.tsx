import { useTranslation } from 'react-i18next'
import { MissingItem, Notice, Original, type RefusalData, Sentence } from '../ui/index.ts'
import type { DrawnAnswer } from './act-section.tsx'

/** Words that a person wrote, as against ids, choices and what the form carries by itself. */
const written = (name: string, value: unknown): value is string =>
  typeof value === 'string' && !name.startsWith('_') && name !== 'tree' && /[\u3400-\u9fff]|\s/.test(value.trim())

/**
 * At the head of a page: which act was refused and why. A form that is no longer offered, because the matter has moved on, cannot say
 * it below; what was typed into it stays here.
 */
export function RefusedAct({ answer }: { answer: DrawnAnswer }) {
  const { t } = useTranslation()
  if (!answer) return null
  const { act, formId, values } = answer
  const refusal = answer.refusal as RefusalData | null
  const typed = Object.entries(values).filter((entry): entry is [string, string] => written(...entry))
  return (
    <Notice tone="attention" title={t('matters.refused.title', { act: t(`acts.${act}`) })}>
      {refusal ? (
        <>
          <p>
            <Sentence>{t([`refusals.${refusal.code}`, 'errors.refused'], refusal.values ?? {})}</Sentence>{' '}
            <span className="muted">{t('errors.summary.code', { code: refusal.code })}</span>
          </p>
          {refusal.missing && refusal.missing.length > 0 && (
            <ul>
              {refusal.missing.map((item) => (
                <MissingItem key={item.ruleName} item={item} />
              ))}
            </ul>
          )}
        </>
      ) : (
        <p>
          <a href={`#form-${act}${formId ? `-${formId}` : ''}`}>{t('matters.refused.place')}</a>
        </p>
      )}
      {refusal && typed.length > 0 && (
        <details>
          <summary>{t('matters.refused.typed')}</summary>
          {typed.map(([name, words]) => (
            <p key={name} className="prose">
              <Original>{words}</Original>
            </p>
          ))}
        </details>
      )}
    </Notice>
  )
}
