import '#app/styles/review.css'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta, usePolling } from '#app/components/layout/index.ts'
import { Notice, Page, Section, Sentence } from '#app/components/ui/index.ts'
import { ImportJob, ImportJobs, TextsForm } from '#app/components/library/import-texts.tsx'
import { postedForm, requireViewer, type Viewer } from '#app/server/auth.server.ts'
import { type LibraryJob, libraryJob, libraryJobs, startLibraryJob } from '#app/server/import/library-jobs.server.ts'
import { actorOf, answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { world } from '#app/server/world.server.ts'

const acts = ['import-laws']
const mostBytes = 20_000_000

const mostListed = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const id = new URL(request.url).searchParams.get('job')
  const job = id ? libraryJob(world(), id, viewer.personId) : null
  return {
    formKey: formKey(),
    mayImport: viewer.post.roles.includes('system-administrator'),
    asked: id !== null,
    job: job && shownJob(job),
    jobs: id === null ? libraryJobs(world(), viewer.personId).map(shownJob).slice(0, mostListed) : [],
  }
}

/** An import without what it was sent: the names of files may be many. */
const shownJob = ({ id, state, startedAt, done, total, report }: LibraryJob) => ({
  id,
  state,
  startedAt,
  done,
  total,
  report,
})

/** A file that was chosen takes the place of pasted text. */
async function withFile(request: Request, viewer: Viewer): Promise<Request> {
  const form = await postedForm(request, viewer)
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

/** Texts, folders and archives begin an import that goes on beside the pages. */
async function startImport(request: Request, context: ActionFunctionArgs['context']) {
  const viewer = await requireViewer(request, context)
  if (!viewer.post.roles.includes('system-administrator')) throw new Response(null, { status: 403 })
  const form = await postedForm(request, viewer)
  const files = ['texts', 'folder']
    .flatMap((field) => form.getAll(field))
    .filter((file): file is File => file instanceof File && file.size > 0)
  if (files.length === 0) return redirect('/library/import?job=')
  const uploads = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
  )
  return redirect(`/library/import?job=${startLibraryJob(world(), actorOf(viewer), uploads, context.ip)}`)
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireViewer(request, context)
  if (new URL(request.url).searchParams.has('texts')) return startImport(request, context)
  return answerAct({ request: await withFile(request, viewer), context, acts, to: (_, act) => `/library?done=${act}` })
}

export const handle = {
  asksAgain: ({ job }: { job: { state: string } | null }) => job?.state === 'running',
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'library.import' })

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
  const { formKey: key, mayImport, job, jobs, asked } = useLoaderData<typeof loader>()
  usePolling(job?.state === 'running')
  const answer = useActionData<typeof action>()
  return (
    <Page title={t('library.import')} crumbs={[{ to: '/library', label: t('library.title') }]}>
      {asked && !job && <Notice tone="attention" title={t('library.job.none')} />}
      {job && <ImportJob job={job} />}
      {mayImport && <TextsForm />}
      <ImportJobs jobs={jobs} />
      <Section title={t('library.shape')} id="shape">
        <p>{t('library.shapeLead')}</p>
        <ul>
          {(['id', 'title', 'aliases', 'kind', 'number', 'facts', 'articles', 'verification'] as const).map((field) => (
            <li key={field}>
              <span className="code">{field}</span> <Sentence>{t(`library.field.${field}`)}</Sentence>
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
