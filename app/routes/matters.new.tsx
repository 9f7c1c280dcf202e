import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { KindChoice, openingFields, unknownFacts } from '#app/components/matter/index.ts'
import { Notice, Page } from '#app/components/ui/index.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { kindNamed, kinds } from '#app/domain/matter/kinds.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { newMatterPrincipals } from '#app/server/pages/recordable.server.ts'
import { loadWorkbench, unitOptions } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'matters.new.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const workbench = await loadWorkbench(request, context)
  const people = newMatterPrincipals(workbench, 'open-matter')
  const own = may(registry.get('open-matter')!, {
    roles: workbench.viewer.post.roles,
    relations: new Set(),
    stage: null,
  }).allowed
  if (!own && people.length === 0) throw new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  const kind = kindNamed(asked.get('kind'))
  return { kind, adjusts: asked.get('adjusts') ?? '', formKey: formKey(), units: unitOptions(workbench), people, own }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts: ['open-matter'], to: ({ matterId }) => `/matters/${matterId}?done=open-matter` })

export default function NewMatter() {
  const { t } = useTranslation()
  const { kind, adjusts, formKey, units, people, own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('matters.new.title')}
      caption={t('matters.new.lead')}
      width="narrow"
      crumbs={[{ to: '/matters', label: t('matters.title') }]}
    >
      {!own && <Notice tone="information" title={t('matters.recordOnly')} />}
      {adjusts && <Notice tone="information" title={t('matters.new.adjusts')} />}
      <KindChoice
        chosen={kind}
        to={(other) => `/matters/new?kind=${other}${adjusts && kinds[other].document ? `&adjusts=${adjusts}` : ''}`}
      />
      <ActForm
        key={kind}
        act="open-matter"
        fields={openingFields(units, kind)}
        hidden={{
          kind,
          ...(adjusts && { adjustsMatterId: adjusts }),
          ...(adjusts && !kinds[kind].asks.includes('adjusts') && { 'facts.adjusts': 'true' }),
        }}
        formKey={formKey}
        values={
          (answer?.values ?? {
            ...unknownFacts(kinds[kind].asks),
            ...(adjusts && { 'facts.adjusts': 'true' }),
          }) as FormValues
        }
        errors={answer?.errors}
        refusal={answer?.refusal}
        submitLabel={t('acts.open-matter')}
        cancelTo="/matters"
        onBehalf={{ people, show: people.length > 0 }}
      />
    </Page>
  )
}
