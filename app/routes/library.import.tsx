import '#app/styles/review.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Notice, Page, Section } from '#app/components/ui/index.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'

const acts = ['import-laws']
const mostBytes = 20_000_000

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context)
  return { formKey: formKey(), mayImport: viewer.post.roles.includes('system-administrator') }
}

/** A file that was chosen takes the place of pasted text. */
async function withFile(request: Request): Promise<Request> {
  const form = await request.formData()
  const file = form.get('lawsFile')
  form.delete('lawsFile')
  if (file instanceof File && file.size > 0 && file.size <= mostBytes)
    form.set('laws', (await file.text()).replace(/^\uFEFF/, ''))
  const { headers, url } = request
  const kept = new Headers(headers)
  kept.delete('content-type')
  kept.delete('content-length')
  return new Request(url, { method: 'POST', headers: kept, body: form })
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  await requireViewer(request, context)
  return answerAct({ request: await withFile(request), context, acts, to: (_, act) => `/library?done=${act}` })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { key: 'library.import' })

const example = `[
  {
    "id": "advertising-law",
    "title": "中华人民共和国广告法",
    "aliases": ["广告法"],
    "kind": "法律",
    "number": null,
    "facts": { "version": "2021-04-29", "status": "in-force" },
    "articles": [
      { "label": "第一条", "text": "…", "source": "official text", "verification": "verified" }
    ]
  }
]`

export default function Import() {
  const { t } = useTranslation()
  const { formKey: key, mayImport } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page title={t('library.import')} crumbs={[{ to: '/library', label: t('library.title') }]}>
      <Section title={t('library.shape')} id="shape">
        <p>{t('library.shapeLead')}</p>
        <ul>
          {(['id', 'title', 'aliases', 'kind', 'number', 'facts', 'articles', 'verification'] as const).map((field) => (
            <li key={field}>
              <span className="code">{field}</span> {t(`library.field.${field}`)}
            </li>
          ))}
        </ul>
        <pre className="library-example code" lang="zh-CN">
          {example}
        </pre>
      </Section>
      {mayImport ? (
        <Section title={t('acts.import-laws')} id="form-import-laws">
          <p>{t('library.importHint')}</p>
          <ActForm
            act="import-laws"
            formKey={key}
            fields={[
              { name: 'laws', kind: 'textarea', label: 'library.paste', rows: 12 },
              {
                name: 'lawsFile',
                kind: 'file',
                label: 'library.file',
                hint: 'library.fileHint',
                accept: '.json,application/json',
                maxBytes: mostBytes,
              },
            ]}
            values={answer?.values as FormValues | undefined}
            errors={answer?.errors}
            refusal={answer?.refusal}
            submitLabel={t('acts.import-laws')}
          />
        </Section>
      ) : (
        <Notice title={t('library.onlyAdministrator')} />
      )}
    </Page>
  )
}
