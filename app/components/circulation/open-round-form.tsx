import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import {
  CheckboxGroupField,
  choicesOf,
  type FormValues,
  HiddenField,
  type Option,
  SubmitRow,
  TextAreaField,
  TextField,
  textOf,
} from '../forms/index.ts'
import { type DrawnAnswer, type DrawnOffer, NotYet } from '../matter/index.ts'
import { FieldError, Refusal, type RefusalData, RuleNote, Section, Sentence } from '../ui/index.ts'

export type OpenRoundFormProps = {
  offer: DrawnOffer
  version: { versionId: string; number: number; name: string }
  groups: ReadonlyArray<{ kind: string; units: readonly Option[] }>
  /** Units ticked to begin with: those of the round before. */
  chosen: readonly string[]
  usual: { days: number; source: Source | null; name: string } | null
  revision: number
  answer: DrawnAnswer
}

/** Sends the latest version to units. The whole list stands here, by kind of unit. */
export function OpenRoundForm({ offer, version, groups, chosen, usual, revision, answer }: OpenRoundFormProps) {
  const { t } = useTranslation()
  const mine = answer?.act === 'open-round' ? answer : undefined
  const values: FormValues = mine
    ? (mine.values as FormValues)
    : { unitIds: chosen, workingDays: usual ? String(usual.days) : '' }
  const ticked = choicesOf(values.unitIds)
  const errors = mine?.errors ?? {}
  return (
    <Section title={t('acts.open-round')} id="form-open-round">
      {!offer.open && <NotYet unmet={offer.unmet} />}
      <p>
        <Sentence>{t('circulation.sends', { number: version.number, name: version.name })}</Sentence>
      </p>
      <Form method="post" noValidate className="act-form open-round-form">
        <Refusal
          refusal={mine?.refusal as RefusalData | null | undefined}
          errors={mine?.errors}
          fields={[
            { name: 'unitIds', label: t('circulation.units'), id: 'round-units' },
            { name: 'workingDays', label: t('circulation.workingDays'), id: 'round-days' },
            { name: 'fastGround', label: t('circulation.fastGround'), id: 'round-fast' },
          ]}
        />
        <HiddenField name="_act" value="open-round" />
        <HiddenField name="_key" value={offer.formKey} />
        <HiddenField name="_revision" value={revision} />
        <HiddenField name="versionId" value={version.versionId} />
        <fieldset className="field unit-choice" id="round-units" tabIndex={-1}>
          <legend>{t('circulation.units')}</legend>
          <FieldError id="round-units-error" codes={errors.unitIds} />
          <div className="unit-groups">
            {groups.map(({ kind, units }) => (
              <CheckboxGroupField
                key={kind}
                name="unitIds"
                id={`round-${kind}`}
                label={t(`unitKinds.${kind}`)}
                required
                options={units}
                values={ticked}
              />
            ))}
          </div>
        </fieldset>
        <TextField
          name="workingDays"
          id="round-days"
          type="number"
          characters={30}
          required
          label={t('circulation.workingDays')}
          hint={t('circulation.workingDaysHint')}
          value={textOf(values.workingDays)}
          errors={errors.workingDays}
        />
        {usual?.source && (
          <RuleNote source={usual.source} name={t('circulation.usual', { name: usual.name, count: usual.days })} />
        )}
        <TextAreaField
          name="fastGround"
          id="round-fast"
          label={t('circulation.fastGround')}
          hint={t('circulation.fastGroundHint')}
          rows={2}
          value={textOf(values.fastGround)}
          errors={errors.fastGround}
        />
        <TextAreaField
          name="questions"
          id="round-questions"
          label={t('circulation.questions')}
          hint={t('circulation.questionsHint')}
          rows={3}
          value={textOf(values.questions)}
          errors={errors.questions}
        />
        <SubmitRow label={t('acts.open-round')} />
      </Form>
    </Section>
  )
}
