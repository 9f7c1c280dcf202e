import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, ReadNotice, SystemAct, YearCalendar } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, Notice, Original, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { holidayPreview } from '#app/server/pages/holiday-preview.server.ts'
import { daysOfYear, formsFor, loadKeptPage, yearAsked } from '#app/server/pages/admin-view.server.ts'
import { listHolidays } from '#app/server/repositories/admin.server.ts'

const acts = ['import-holidays']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.calendar' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, today, viewer, client } = await loadKeptPage(request, context, 'calendar')
  const notices = await listHolidays(client)
  const present = Number(today.slice(0, 4))
  const year = yearAsked(request, present)
  const known = new Set(notices.map((notice) => notice.year))
  const years = [...new Set([present + 1, present, ...known])].sort((one, other) => other - one)
  const months = daysOfYear(year, notices)
  return {
    tabs,
    done,
    year,
    years,
    months,
    notices,
    absent: [present, present + 1].filter((each) => !known.has(each)),
    forms: formsFor(viewer, acts),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (new URL(request.url).searchParams.has('preview')) return holidayPreview(request, context)
  return answerAct({ request, context, acts, to: (_, act) => `/admin/calendar?done=${act}` })
}

const verifications = ['verified', 'index', 'memory']

export default function WorkingDays() {
  const { t } = useTranslation()
  const { tabs, done, year, years, months, notices, absent, forms } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const preview = answered && 'preview' in answered ? answered.preview : null
  const answer = answered && 'act' in answered ? answered : undefined
  const count = months.reduce(
    (sum, days) => sum + days.filter(({ kind }) => kind === 'working' || kind === 'worked').length,
    0,
  )
  return (
    <AdminPage title={t('admin.pages.calendar')} tabs={tabs} current="calendar" done={done}>
      {absent.map((each) => (
        <Notice key={each} tone="attention" title={t('admin.calendar.absent', { year: each })}>
          <p>{t('admin.calendar.absentWhy')}</p>
        </Notice>
      ))}
      <Section title={t('admin.calendar.notices')} id="list">
        <DataTable
          caption={t('admin.calendar.notices')}
          captionHidden
          rows={notices}
          rowKey={(row) => String(row.year)}
          columns={[
            {
              key: 'year',
              head: t('admin.calendar.year'),
              rowHeader: true,
              width: '6rem',
              cell: (row) => <Link to={`/admin/calendar?year=${row.year}#year`}>{row.year}</Link>,
            },
            {
              key: 'number',
              head: t('admin.calendar.number'),
              cell: (row) =>
                row.number ? (
                  <Original>{row.number}</Original>
                ) : (
                  <span className="muted">{t('admin.calendar.numberUnverified')}</span>
                ),
            },
            {
              key: 'verification',
              head: t('admin.calendar.verification'),
              cell: (row) => <span className="calendar-verification">{t(`ui.rule.${row.verification}`)}</span>,
            },
            {
              key: 'off',
              head: t('admin.calendar.off'),
              numeric: true,
              cell: (row) => t('admin.calendar.offDays', { count: row.off.length }),
            },
            {
              key: 'worked',
              head: t('admin.calendar.worked'),
              numeric: true,
              cell: (row) => t('admin.calendar.offDays', { count: row.worked.length }),
            },
          ]}
        />
      </Section>
      <Section
        title={t('admin.calendar.view', { year })}
        id="year"
        aside={<span className="number">{t('admin.calendar.workingDays', { count })}</span>}
      >
        <p>
          {years.map((each) => (
            <Link
              key={each}
              to={`/admin/calendar?year=${each}#year`}
              aria-current={each === year ? 'true' : undefined}
              className="year-link number"
            >
              {each}
            </Link>
          ))}
        </p>
        <YearCalendar months={months} />
      </Section>
      {forms['import-holidays'] && <ReadNotice year={absent[0] ?? year} preview={preview} />}
      <SystemAct
        key={preview?.text ?? ''}
        act="import-holidays"
        formKey={forms['import-holidays']}
        fields={[
          { name: 'year', kind: 'number', label: 'admin.calendar.year', required: true },
          { name: 'number', kind: 'text', label: 'admin.calendar.number', hint: 'admin.calendar.numberHint' },
          {
            name: 'off',
            kind: 'textarea',
            label: 'admin.calendar.off',
            hint: 'admin.calendar.offHint',
            required: true,
            rows: 8,
          },
          {
            name: 'worked',
            kind: 'textarea',
            label: 'admin.calendar.worked',
            hint: 'admin.calendar.workedHint',
            rows: 4,
          },
          {
            name: 'verification',
            kind: 'select',
            label: 'admin.calendar.verification',
            required: true,
            options: verifications.map((value) => ({ value, labelKey: `ui.rule.${value}` })),
          },
        ]}
        values={preview ? { ...preview.values } : { year: absent[0] }}
        answer={answer}
      />
    </AdminPage>
  )
}
