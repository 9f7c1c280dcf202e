import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileField } from '../forms/file-field.tsx'
import { Button, Notice, Original, Section } from '../ui/index.ts'

export type ShownJob = {
  state: 'running' | 'done' | 'failed'
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
      {state === 'failed' && <Notice tone="attention" title={t('library.job.failed')} />}
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
