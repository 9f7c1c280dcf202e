import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { FieldSpec, FormValues, Option } from '../forms/index.ts'
import { ActSection, type DrawnAnswer, type DrawnOffer } from '../matter/index.ts'
import type { Validity } from '../public/index.ts'
import { Sentence } from '../ui/index.ts'
import {
  filingFields,
  issueFields,
  numberFields,
  publicationFields,
  registerFields,
  signatureFields,
  voidFields,
} from './fields.ts'

const numberKinds = ['document', 'register'] as const
type NumberKind = (typeof numberKinds)[number]

type Offer = DrawnOffer & { people: readonly Option[] }
export type ActsView = {
  today: PlainDate
  versionId: string
  ranks: readonly string[]
  /** What the series gives next; null where there is none. */
  next: Partial<Record<NumberKind, string | null>>
  standing: Partial<Record<NumberKind, string | null>>
  presets: { addressee: string; signatory: string }
  validity: Validity | null
}
export type IssueActsProps = {
  offers: readonly Offer[]
  keys: Record<string, string>
  view: ActsView
  revision: number
  answer: DrawnAnswer
}

/** The forms of this page, in the order in which a document goes out. */
export function IssueActs(props: IssueActsProps) {
  return (
    <>
      {props.offers.map((offer) => (
        <OneAct key={offer.act} {...props} offer={offer} />
      ))}
    </>
  )
}

type OneProps = Omit<IssueActsProps, 'offers'> & { offer: Offer }

function OneAct(props: OneProps) {
  const { offer, view, revision, answer } = props
  if (offer.act === 'number-document' || offer.act === 'void-number') return <NumberActs {...props} />
  const { fields, values, hidden } = formsOf(view)[offer.act] ?? { fields: [] }
  return (
    <ActSection
      offer={offer}
      fields={fields}
      values={values}
      hidden={hidden}
      revision={revision}
      answer={answer}
      people={offer.people}
    >
      {offer.act === 'enter-register' && <EntryHint validity={view.validity} />}
    </ActSection>
  )
}

type OneForm = { fields: readonly FieldSpec[]; values?: FormValues; hidden?: Record<string, string> }

const readingsOf = ({ validity }: ActsView): Option[] =>
  (validity?.endReadings ?? []).map(({ date, reading }) => ({
    value: date,
    labelKey: `publication.readings.end-${reading}`,
    hint: date,
  }))

const formsOf = (view: ActsView): Record<string, OneForm> => ({
  'issue-approval-sheet': { fields: [] },
  'sign-sheet': {
    fields: signatureFields(view.ranks),
    hidden: { versionId: view.versionId },
    values: view.ranks.length === 1 ? { rank: view.ranks[0]! } : undefined,
  },
  'issue-document': { fields: issueFields, values: view.presets },
  publish: { fields: publicationFields, values: { publishedOn: view.today } },
  'enter-register': { fields: registerFields(readingsOf(view)), values: { confirmedEnd: '' } },
  'record-filing': { fields: filingFields },
})

/** Each number has a form of its own: to give it while there is none, to void it while it stands. */
function NumberActs({ offer, keys, view, revision, answer }: OneProps) {
  const { t } = useTranslation()
  const gives = offer.act === 'number-document'
  return (
    <>
      {numberKinds
        .filter((kind) => Boolean(view.standing[kind]) !== gives)
        .map((kind, index) => (
          <div key={kind} id={index === 0 ? `form-${offer.act}` : undefined}>
            <ActSection
              offer={{ ...offer, formKey: keys[`${offer.act} ${kind}`] ?? offer.formKey }}
              fields={gives ? numberFields : voidFields}
              hidden={{ kind }}
              formId={kind}
              revision={revision}
              answer={answer}
              people={offer.people}
              title={t(gives ? 'issue.giveNumber' : 'issue.voidNumber', { kind: t(`vocabulary.number-${kind}`) })}
            >
              {gives && (
                <p className="muted">
                  {view.next[kind] ? (
                    <Sentence>{t('issue.next', { number: view.next[kind] })}</Sentence>
                  ) : (
                    t('issue.noSeries')
                  )}
                </p>
              )}
              {!gives && (
                <p>
                  <Sentence>{view.standing[kind] ?? ''}</Sentence>
                </p>
              )}
            </ActSection>
          </div>
        ))}
    </>
  )
}

function EntryHint({ validity }: { validity: Validity | null }) {
  const { t } = useTranslation()
  const readings = validity?.endReadings.length ?? 0
  if (readings > 1) return null
  return <p className="muted">{readings === 0 ? t('issue.notStated') : t('issue.oneReading')}</p>
}
