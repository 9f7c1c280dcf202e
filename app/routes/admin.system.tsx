import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, SystemAct } from '#app/components/admin/index.ts'
import { DateField, HiddenField, SubmitRow, TextField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DateText, DefinitionList, Refusal, Section, sizeWords, Status } from '#app/components/ui/index.ts'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import { digestAlgorithm } from '#app/server/audit.server.ts'
import { buildMark, version } from '#app/server/build.server.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, withClockInstant } from '#app/server/pages/admin-view.server.ts'
import { systemCounts } from '#app/server/repositories/admin.server.ts'
import { isCountyMode } from '#app/server/repositories/packs.server.ts'
import { world } from '#app/server/world.server.ts'

const acts = ['move-clock', 'set-county-mode']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.system' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, viewer, client, clock } = await loadKeptPage(request, context, 'system')
  const { settings, database } = world()
  const forms = formsFor(viewer, acts)
  return {
    tabs,
    done,
    forms,
    resetKey: formKey(),
    now: shanghaiInstant(clock.now()),
    moved: clock.offset !== 'real',
    mode: settings.mode,
    database: database.kind,
    fileStore: settings.fileStore,
    version,
    build: buildMark() ?? null,
    algorithm: digestAlgorithm,
    county: await isCountyMode(client, null),
    counts: await systemCounts(client),
  }
}

export const action = async ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request: await withClockInstant(request), context, acts, to: (_, act) => `/admin/system?done=${act}` })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function System() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { tabs, done, county, forms } = data
  return (
    <AdminPage title={t('admin.pages.system')} tabs={tabs} current="system" done={done}>
      <About data={data} />
      <Section title={t('admin.system.county')} id="county">
        <p>
          <Status tone={county ? 'active' : 'neutral'}>
            {t(county ? 'admin.system.countyOn' : 'admin.system.countyOff')}
          </Status>
        </p>
        <p className="muted">{t('admin.system.countyHint')}</p>
        {!forms['set-county-mode'] && <p className="muted">{t('admin.system.yourRole')}</p>}
        <SystemAct
          act="set-county-mode"
          formKey={forms['set-county-mode']}
          level={3}
          title={t(county ? 'admin.system.turnOff' : 'admin.system.turnOn')}
          hidden={{ on: String(!county) }}
          fields={[{ name: 'reason', kind: 'text', label: 'admin.system.reason', required: true }]}
          submitLabel={t(county ? 'admin.system.turnOff' : 'admin.system.turnOn')}
          answer={answer}
        />
      </Section>
      <Clock data={data} />
      <Section title={t('admin.system.backup')} id="backup">
        <p>{t('admin.system.backupHint')}</p>
        <pre className="code">{'npm run backup\nnpm run restore -- FILE.tar.gz'}</pre>
      </Section>
    </AdminPage>
  )
}

function About({ data: { mode, version, build, database, fileStore, counts, algorithm } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.system.about')} id="about">
      <DefinitionList
        columns={2}
        items={[
          { key: 'mode', term: t('admin.system.mode'), value: t(`admin.system.modes.${mode}`) },
          { key: 'version', term: t('admin.system.version'), value: <span className="number">{version}</span> },
          { key: 'build', term: t('admin.system.build'), value: build && <code>{build}</code> },
          { key: 'database', term: t('admin.system.database'), value: t(`admin.system.databases.${database}`) },
          { key: 'fileStore', term: t('admin.system.fileStore'), value: t(`admin.system.stores.${fileStore}`) },
          {
            key: 'files',
            term: t('admin.system.files'),
            value: t('admin.system.fileCount', { count: counts.files, size: sizeWords(t, counts.bytes) }),
          },
          { key: 'matters', term: t('admin.system.matters'), value: <span className="number">{counts.matters}</span> },
          { key: 'events', term: t('admin.system.events'), value: <span className="number">{counts.events}</span> },
          { key: 'algorithm', term: t('admin.system.algorithm'), value: <code>{algorithm}</code> },
        ]}
      />
    </Section>
  )
}

function Clock({ data: { mode, now, moved, forms, resetKey } }: { data: Data }) {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const mine = answer?.act === 'move-clock' ? answer : undefined
  return (
    <Section title={t('admin.system.clock')} id="form-move-clock">
      <p>
        {t('admin.system.clockNow')}
        {t('admin.condition.colon')}
        <DateText value={now} />{' '}
        <Status tone={moved ? 'attention' : 'done'}>
          {t(moved ? 'admin.system.clockMoved' : 'admin.system.clockReal')}
        </Status>
      </p>
      {mode === 'production' && <p className="muted">{t('admin.system.clockFixed')}</p>}
      {mode === 'demo' && forms['move-clock'] && (
        <>
          <p className="muted">{t('admin.system.clockHint')}</p>
          <Form method="post" noValidate className="act-form">
            <Refusal
              refusal={mine?.refusal}
              errors={mine?.errors}
              fields={[{ name: 'to', label: t('admin.system.clockTo'), id: 'field-clockDate' }]}
            />
            <HiddenField name="_act" value="move-clock" />
            <HiddenField name="_key" value={forms['move-clock']} />
            <DateField
              name="clockDate"
              label={t('admin.system.clockDate')}
              required
              value={String(mine?.values.clockDate ?? now.slice(0, 10))}
              errors={mine?.errors.to}
            />
            <TextField
              name="clockTime"
              label={t('admin.system.clockTime')}
              required
              value={String(mine?.values.clockTime ?? now.slice(11, 16))}
              characters={8}
            />
            <SubmitRow label={t('acts.move-clock')} />
          </Form>
          {moved && (
            <Form method="post" className="inline-form">
              <HiddenField name="_act" value="move-clock" />
              <HiddenField name="_key" value={resetKey} />
              <SubmitRow label={t('admin.system.clockReset')} />
            </Form>
          )}
        </>
      )}
    </Section>
  )
}
