import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  FileField,
  type FormValues,
  HiddenField,
  OnBehalf,
  type Option,
  RadioGroupField,
  RowsField,
  rowsOf,
  TextAreaField,
  textOf,
} from '../forms/index.ts'
import type { DrawnAnswer } from '../matter/index.ts'
import { Button, Refusal, type RefusalData } from '../ui/index.ts'

export const answerChoices = ['no-objection', 'agree', 'agree-with-changes', 'object', 'not-concerned'] as const

const proposalColumns = (clauses: readonly Option[]) => [
  { name: 'provisionId', label: 'circulation.clause', kind: 'select' as const, options: clauses, width: '30%' },
  { name: 'words', label: 'circulation.opinion', kind: 'textarea' as const },
  { name: 'proposed', label: 'circulation.proposed', kind: 'textarea' as const },
]

export type AnswerFormProps = {
  roundId: string
  clauses: readonly Option[]
  formKey: string
  revision: number
  /** What its own people prepared, to go on from. */
  values: FormValues
  answer: DrawnAnswer
  /** Acts that this reader may do with the form, the usual one first. */
  acts: readonly string[]
  /** People for whom it may be recorded; `required` where the reader cannot answer in person. */
  people: readonly Option[]
  recordingOnly?: boolean
  /** The date of today, with which the fields of 代录 begin where the form is only for that. */
  today?: string
  formId: string
}

/** The opinion of a unit: its answer, general words, proposals by clause, or the table of its letter pasted whole. */
export function AnswerForm({
  roundId,
  clauses,
  formKey,
  revision,
  values,
  answer,
  acts,
  people,
  recordingOnly = false,
  today,
  formId,
}: AnswerFormProps) {
  const { t } = useTranslation()
  const mine = answer?.formId === formId ? answer : undefined
  const shown: FormValues = mine ? (mine.values as FormValues) : values
  const prefix = `answer-${formId}`
  const id = (name: string) => `${prefix}-${name}`
  const errors = mine?.errors ?? {}
  const behalf = recordingOnly && !mine ? { '_behalf.paperDate': today ?? '' } : shown
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="act-form answer-form" id={prefix}>
      <Refusal
        refusal={mine?.refusal as RefusalData | null | undefined}
        errors={mine?.errors}
        fields={[
          { name: 'answer', label: t('circulation.answer'), id: id('answer') },
          { name: 'general', label: t('circulation.general'), id: id('general') },
          { name: 'proposals', label: t('circulation.proposals'), id: id('proposals') },
          { name: '_behalf.postId', label: t('ui.byHand.principal'), id: `${prefix}-_behalf-postId` },
        ]}
      />
      <HiddenField name="_key" value={formKey} />
      <HiddenField name="_revision" value={revision} />
      <HiddenField name="_form" value={formId} />
      <HiddenField name="roundId" value={roundId} />
      {recordingOnly && <OnBehalf people={people} values={behalf} errors={errors} idPrefix={prefix} />}
      <RadioGroupField
        name="answer"
        id={id('answer')}
        label={t('circulation.answer')}
        required
        value={textOf(shown.answer)}
        errors={errors.answer}
        options={answerChoices.map((value) => ({ value, labelKey: `vocabulary.answer-${value}` }))}
      />
      <TextAreaField
        name="general"
        id={id('general')}
        label={t('circulation.general')}
        rows={3}
        value={textOf(shown.general)}
        errors={errors.general}
      />
      <RowsField
        name="proposals"
        id={id('proposals')}
        label={t('circulation.proposals')}
        hint={t('circulation.proposalsHint')}
        columns={proposalColumns(clauses)}
        rows={rowsOf(shown, 'proposals')}
        blank={recordingOnly ? 2 : 3}
        errors={errors}
      />
      <TextAreaField
        name="pasted"
        id={id('pasted')}
        label={t('circulation.pasted')}
        hint={t('circulation.pastedHint')}
        rows={recordingOnly ? 6 : 3}
        value={textOf(shown.pasted)}
        errors={errors.pasted}
      />
      <FileField name="files" id={id('files')} label={t('circulation.files')} multiple />
      {!recordingOnly && people.length > 0 && (
        <OnBehalf people={people} values={behalf} errors={errors} idPrefix={prefix} />
      )}
      <div className="submit-row">
        {acts.map((act, place) => (
          <Button key={act} tone={place === 0 ? 'primary' : 'plain'} name="_act" value={act}>
            {recordingOnly ? t('circulation.record') : t(`acts.${act}`)}
          </Button>
        ))}
      </div>
    </Form>
  )
}
