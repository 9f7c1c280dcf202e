import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '#app/domain/comparison/changes.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { print } from '#app/domain/text/print.ts'
import { readStored } from '#app/domain/text/stored.ts'
import { localKey } from '#app/editor/local-copy.ts'
import { ComparisonUnified } from '../comparison/index.ts'
import { HiddenField, TextField } from '../forms/index.ts'
import { type DrawnAnswer, matterPath, NotYet } from '../matter/index.ts'
import { DraftField } from '../text/DraftField.tsx'
import { Button, DateText, Notice, Original, Refusal, type RefusalData, Section, Sentence } from '../ui/index.ts'
import type { VersionShown } from './version-table.tsx'

export type ConflictShown = { latest: VersionShown; comparison: Comparison }

export type DraftFormProps = {
  matterId: string
  personId: string
  base: VersionShown | null
  text: LegalText
  printed: string
  revision: number
  formKey: string
  /** Rules that saving still waits for. */
  unmet: Parameters<typeof NotYet>[0]['unmet']
  conflict: ConflictShown | null
  /** With the text of a saver who came second, whether he typed it or sent a file. */
  answer: (DrawnAnswer & { mine?: LegalText }) | undefined
}

/** Identifies the form of the text among the forms that save a version. */
const formId = 'text'

/** What was typed or uploaded stays: a refused form comes back with its words. */
function typedText({ answer, text, printed }: Pick<DraftFormProps, 'answer' | 'text' | 'printed'>) {
  if (answer?.mine) return { text: answer.mine, printed: print(answer.mine) }
  const { tree, source } = answer?.values ?? {}
  if (typeof source === 'string') return { text, printed: source }
  if (typeof tree !== 'string') return { text, printed }
  try {
    const stored = readStored(JSON.parse(tree))
    return stored.ok ? { text: stored.value, printed: print(stored.value) } : { text, printed }
  } catch {
    return { text, printed }
  }
}

const typedWords = (answer: DrawnAnswer, name: string): string => {
  const value = answer?.values[name]
  return typeof value === 'string' ? value : ''
}

/** The text with what makes it a version. It works as a plain form; script brings the editor and saves while one writes. */
export function DraftForm({
  matterId,
  personId,
  base,
  text,
  printed,
  revision,
  formKey,
  unmet,
  conflict,
  answer,
}: DraftFormProps) {
  const { t } = useTranslation()
  const mine = answer?.formId === formId ? answer : undefined
  const words = answer?.mine ? answer : mine
  const from = conflict ? conflict.latest.versionId : (base?.versionId ?? '')
  const opened = base?.versionId ?? ''
  const next = (conflict?.latest ?? base)?.number ?? 0
  const nextName = t('drafting.nextName', { number: next + 1 })
  // The name that was given beforehand may by now be that of the other's version.
  const nameTyped = typedWords(words, 'name')
  return (
    <Section title={t('drafting.text')} id="form-save-version">
      {unmet.length > 0 && <NotYet unmet={unmet} />}
      <Form method="post" noValidate className="act-form draft-form">
        <Refusal
          refusal={mine?.refusal as RefusalData | null | undefined}
          errors={mine?.errors}
          fields={[
            { name: 'name', label: t('drafting.versionName'), id: 'draft-name' },
            { name: 'source', label: t('drafting.text'), id: 'draft-text' },
          ]}
        />
        {conflict && <ConflictNotice conflict={conflict} />}
        <HiddenField name="_key" value={formKey} />
        <HiddenField name="_form" value={formId} />
        {from && <HiddenField name="baseVersionId" value={from} />}
        <div id="draft-text">
          <DraftField
            key={opened}
            {...typedText({ answer: words, text, printed })}
            revision={revision}
            label={t('drafting.text')}
            url={`${matterPath(matterId, 'draft').replace(/draft$/, 'autosave')}?base=${opened}`}
            storageKey={localKey(matterId, opened, personId)}
            compareUrl={opened ? `${matterPath(matterId, 'compare')}?a=${opened}` : undefined}
          />
        </div>
        <div className="draft-saving">
          <TextField
            name="name"
            id="draft-name"
            required
            characters={30}
            label={t('drafting.versionName')}
            errors={mine?.errors.name}
            value={nameTyped === conflict?.latest.name ? nextName : nameTyped || nextName}
          />
          <TextField
            name="note"
            id="draft-note"
            label={t('drafting.note')}
            hint={t('drafting.noteHint')}
            value={typedWords(words, 'note')}
          />
        </div>
        <div className="submit-row">
          <Button tone="primary" name="_act" value="save-version">
            {conflict ? t('drafting.saveMine', { number: next + 1 }) : t('acts.save-version')}
          </Button>{' '}
          <Button name="_act" value="keep-working-copy">
            {t('acts.keep-working-copy')}
          </Button>
          {conflict && (
            <Link to={`${matterPath(matterId, 'versions')}?read=${conflict.latest.versionId}`}>
              {t('drafting.readLatest')}
            </Link>
          )}
        </div>
        {conflict && (
          <section className="draft-difference" id="difference" aria-label={t('drafting.difference')}>
            <h3>{t('drafting.difference')}</h3>
            <p className="muted">{t('drafting.differenceHint', { number: conflict.latest.number })}</p>
            <ComparisonUnified comparison={conflict.comparison} />
          </section>
        )}
      </Form>
    </Section>
  )
}

function ConflictNotice({ conflict: { latest } }: { conflict: ConflictShown }) {
  const { t } = useTranslation()
  return (
    <Notice tone="attention" title={t('drafting.conflict')}>
      <p>
        <Sentence>
          {t('drafting.conflictWords', { number: latest.number, name: latest.name, person: latest.person })}
        </Sentence>{' '}
        <DateText value={latest.at} compact />
      </p>
      <p>
        {t('drafting.conflictNext')} <a href="#difference">{t('drafting.toDifference')}</a>
      </p>
    </Notice>
  )
}

/** Who last saved, and who else has words that are in no version yet. */
export function LastSaved({
  base,
  others,
}: {
  base: VersionShown | null
  others: ReadonlyArray<{ name: string; savedAt: string }>
}) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list">
      <li>
        {base ? (
          <>
            <Sentence>
              {t('drafting.lastSaved', { number: base.number, name: base.name, person: base.person })}
            </Sentence>{' '}
            <DateText value={base.at} compact />
          </>
        ) : (
          t('drafting.noVersion')
        )}
      </li>
      {others.map(({ name, savedAt }) => (
        <li key={name}>
          <Original>{name}</Original> {t('drafting.otherWriter')} <DateText value={savedAt} compact />
        </li>
      ))}
    </ul>
  )
}
