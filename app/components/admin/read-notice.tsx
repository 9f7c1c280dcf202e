import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '../forms/index.ts'
import { Button, DataTable, Notice, Section } from '../ui/index.ts'

export type NoticePreview = {
  year: number
  text: string
  faults: ReadonlyArray<{ code: string; day: string }>
  moves: ReadonlyArray<{ before: string | null; after: string | null; tasks: number; matters: number }>
  values: { year: number; off: string; worked: string }
}

/** Takes a notice as a person has it and shows what was read in it; nothing is imported here. */
export function ReadNotice({ year, preview }: { year: number; preview: NoticePreview | null }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.calendar.read')} id="read">
      <p className="muted">{t('admin.calendar.readHint')}</p>
      {preview && <Previewed preview={preview} />}
      <Form method="post" action="/admin/calendar?preview#read">
        <TextField
          type="number"
          name="year"
          id="read-year"
          label={t('admin.calendar.readYear')}
          value={String(preview?.year ?? year)}
          required
        />
        <TextAreaField
          name="text"
          id="read-text"
          label={t('admin.calendar.readText')}
          value={preview?.text}
          rows={8}
          required
        />
        <Button type="submit">{t('admin.calendar.preview')}</Button>
      </Form>
    </Section>
  )
}

function Previewed({ preview: { year, faults, moves, values } }: { preview: NoticePreview }) {
  const { t } = useTranslation()
  const days = (list: string) => list.split('\n').filter(Boolean).join('  ')
  return (
    <Notice tone={faults.length > 0 ? 'attention' : 'success'} title={t('admin.calendar.previewed', { year })}>
      {values.off && <p className="number">{t('admin.calendar.offRead', { days: days(values.off) })}</p>}
      {values.worked && <p className="number">{t('admin.calendar.workedRead', { days: days(values.worked) })}</p>}
      <p>{faults.length > 0 ? t('admin.calendar.faulty', { count: faults.length }) : t('admin.calendar.clean')}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ code, day }) => (
            <li key={`${code} ${day}`}>{t(`refusals.${code}`, { day })}</li>
          ))}
        </ul>
      )}
      {faults.length === 0 && <Moves moves={moves} />}
    </Notice>
  )
}

/** Days only: who keeps the calendar does not see the matters. */
function Moves({ moves }: { moves: NoticePreview['moves'] }) {
  const { t } = useTranslation()
  if (moves.length === 0) return <p>{t('admin.calendar.noMoves')}</p>
  return (
    <DataTable
      caption={t('admin.calendar.moves')}
      rows={moves}
      rowKey={({ before, after }) => `${before} ${after}`}
      columns={[
        { key: 'before', head: t('admin.calendar.before'), rowHeader: true, cell: ({ before }) => before ?? '—' },
        { key: 'after', head: t('admin.calendar.after'), cell: ({ after }) => after ?? '—' },
        { key: 'tasks', head: t('admin.calendar.movedTasks'), numeric: true, cell: ({ tasks }) => tasks },
        { key: 'matters', head: t('admin.calendar.movedMatters'), numeric: true, cell: ({ matters }) => matters },
      ]}
    />
  )
}
