import { useTranslation } from 'react-i18next'
import type { FieldSpec } from '../forms/index.ts'
import { ActSection, type DrawnAnswer, type DrawnOffer } from '../matter/index.ts'
import { DateText, Original, Section, Status } from '../ui/index.ts'

export type CompanionShown = {
  kind: string
  words: string | null
  publicity?: string | null
  person?: string
  at?: string
}

const publicities = ['active', 'on-request', 'not-public'] as const

const wordsField: FieldSpec = {
  name: 'words',
  kind: 'textarea',
  label: 'drafting.companionWords',
  required: true,
  rows: 12,
}
const opennessFields: FieldSpec[] = [
  {
    name: 'publicity',
    kind: 'radio',
    label: 'drafting.publicity',
    required: true,
    options: publicities.map((value) => ({ value, labelKey: `vocabulary.publicity-${value}` })),
  },
  { name: 'words', kind: 'textarea', label: 'drafting.publicityReason', hint: 'drafting.publicityHint', rows: 3 },
]
const fieldsOf = (kind: string): FieldSpec[] => [
  ...(kind === 'openness' ? opennessFields : [wordsField]),
  { name: 'files', kind: 'file', label: 'drafting.companionFiles', multiple: true },
]

export type CompanionFormsProps = {
  companions: readonly CompanionShown[]
  /** Absent for those who only read. */
  offer?: DrawnOffer
  keys: Readonly<Record<string, string>>
  revision: number
  answer: DrawnAnswer
}

/** The papers that go with the text: explanation, basis, interpretation and openness, each with its state. */
export function CompanionForms({ companions, offer, keys, revision, answer }: CompanionFormsProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('drafting.companions')} id="form-save-companion">
      {companions.map((companion) => {
        const { kind, words, publicity, person, at } = companion
        const refused = answer?.act === 'save-companion' && answer.formId === kind
        return (
          <details key={kind} className="companion" id={`companion-${kind}`} open={refused || undefined}>
            <summary>
              <strong>{t(`vocabulary.${'companion-' + kind}`)}</strong>{' '}
              <Status tone={words === null ? 'waiting' : 'done'}>
                {words === null
                  ? t('drafting.missing')
                  : publicity
                    ? t(`vocabulary.${'publicity-' + publicity}`)
                    : t('drafting.present')}
              </Status>{' '}
              {person && at && (
                <span className="muted">
                  <Original>{person}</Original> <DateText value={at} compact />
                </span>
              )}
            </summary>
            {offer ? (
              <ActSection
                offer={{ ...offer, formKey: keys[kind] ?? offer.formKey }}
                fields={fieldsOf(kind)}
                revision={revision}
                answer={answer}
                formId={kind}
                level={3}
                hidden={{ kind }}
                values={{ words: words ?? '', publicity: publicity ?? '' }}
                title={t(`vocabulary.${'companion-' + kind}`)}
              />
            ) : (
              <div className="companion-words" lang="zh-CN">
                {words}
              </div>
            )}
          </details>
        )
      })}
    </Section>
  )
}
