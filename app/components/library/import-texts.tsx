import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/base/date.ts'
import { FileField } from '../forms/file-field.tsx'
import { Button, DateText, Notice, Original, Section, Status, type Tone } from '../ui/index.ts'

export type ShownJob = {
  id: string
  state: 'running' | 'done' | 'failed' | 'stopped'
  startedAt: Instant
  done: number
  total: number
  report: {
    read: number
    acts: number
    texts: number
    titles: number
    known: number
    faults: ReadonlyArray<{ path: string; code: string }>
  } | null
}

/** Files, an archive or a whole folder; each works without script. */
export function TextsForm() {
  const { t } = useTranslation()
  return (
    <Section title={t('acts.import-law-texts')} id="form-import-law-texts">
      <p>{t('library.textsLead')}</p>
      <Form
        method="post"
        action="/library/import?texts=1"
        encType="multipart/form-data"
        className="form"
        reloadDocument
      >
        <FileField
          name="texts"
          label={t('library.texts')}
          hint={t('library.textsHint')}
          accept=".zip,.docx,.md,.txt,.json"
          multiple
        />
        <div className="field">
          <label htmlFor="library-folder" className="field-label">
            {t('library.folder')}
          </label>
          {/* the attribute is not in the types of React; browsers that do not know it offer single files */}
          <input
            type="file"
            name="folder"
            id="library-folder"
            multiple
            className="file-input"
            {...{ webkitdirectory: '' }}
          />
        </div>
        <Button tone="primary">{t('acts.import-law-texts')}</Button>
      </Form>
    </Section>
  )
}

/** How far an import is, and what it brought. */
export function ImportJob({ job }: { job: ShownJob }) {
  const { t } = useTranslation()
  const { state, done, total, report } = job
  return (
    <Section title={t('library.job.title')} id="job">
      {state === 'running' && (
        <p role="status">
          <progress max={Math.max(1, total)} value={done} /> {t('library.job.running', { done, total })}
        </p>
      )}
      {(state === 'failed' || state === 'stopped') && <Notice tone="attention" title={t(`library.job.${state}`)} />}
      {report && <p>{t('library.job.report', { ...report, faults: report.faults.length })}</p>}
      {state === 'done' && report?.acts === 0 && report.texts === 0 && <p>{t('library.job.nothingNew')}</p>}
      {report && report.faults.length > 0 && (
        <ul>
          {report.faults.map(({ path, code }) => (
            <li key={`${path} ${code}`}>
              <Original>{path}</Original>
              {t('common.colon')}
              {t([`library.fault.${code}`, `errors.${code}`, `refusals.${code}`], { defaultValue: code })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The last imports of this person, each with its state: the way back to one that runs. */
export function ImportJobs({ jobs }: { jobs: readonly ShownJob[] }) {
  const { t } = useTranslation()
  if (jobs.length === 0) return null
  return (
    <Section title={t('library.job.earlier')} id="jobs">
      <ul>
        {jobs.map(({ id, startedAt, state }) => (
          <li key={id}>
            <Link to={`/library/import?job=${id}`}>
              <DateText value={startedAt} />
            </Link>{' '}
            <Status tone={tones[state]}>{t(`library.job.state.${state}`)}</Status>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const tones: Record<ShownJob['state'], Tone> = {
  running: 'active',
  done: 'done',
  failed: 'attention',
  stopped: 'refused',
}
