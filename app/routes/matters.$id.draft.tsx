import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CitationSection } from '#app/components/citation/citation-table.tsx'
import { CompanionForms, DraftForm, LastSaved, LeftBehind } from '#app/components/drafting/index.ts'
import { ActForm } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, ActSection, MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { FindingSection } from '#app/components/text/finding-section.tsx'
import { LegalTextView } from '#app/components/text/LegalTextView.tsx'
import { DateText, FileLink, Notice, Original, Page, Section } from '#app/components/ui/index.ts'
import { companionKinds } from '#app/domain/matter/records.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { withConflict, draftView, type DraftAnswer } from '#app/server/pages/drafting-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, offers } from '#app/server/pages/matter-page.server.ts'
import { isInside } from '#app/server/pages/versions-view.server.ts'

const acts = ['save-version', 'keep-working-copy', 'save-companion', 'send-draft-out'] as const

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'drafting.title' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  // a unit that is only consulted works on what was sent to it
  if (!isInside(page)) throw redirect(matterPath(params.id!, 'circulation'))
  const offered = offers(page, acts).map((offer) => ({ ...offer, formKey: formKey() }))
  const keys = Object.fromEntries(companionKinds.map((kind) => [kind, formKey()]))
  return {
    head: matterHead(page),
    view: await draftView(page),
    offered,
    keys,
    uploadKey: formKey(),
    revertKey: formKey(),
  }
}

const doneWords: Record<string, string> = {
  'save-version': 'version',
  'keep-working-copy': 'kept',
  'save-companion': 'companion',
  'send-draft-out': 'sent',
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id!
  const to = (_: unknown, act: string) => `${matterPath(id, 'draft')}?done=${doneWords[act]}`
  const answer = await answerAct({ request, context, acts, matterId: id, to })
  if (!('data' in answer)) return answer
  return data<DraftAnswer>(await withConflict(id, answer.data), answer.init ?? undefined)
}

export default function Draft() {
  const { t } = useTranslation()
  const { head, view, offered, keys, uploadKey, revertKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const done = query.get('done')
  const offer = (act: string) => offered.find((one) => one.act === act)
  const saving = offer('save-version')
  const sending = offer('send-draft-out')
  const conflict = answer?.conflict ?? view.conflict
  const base = view.base
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('drafting.title')}
      under={<MatterHead head={head} />}
      width="wide"
      rail={
        <ActRail offers={offered.filter(({ act }) => act !== 'keep-working-copy')} primary="save-version">
          <LastSaved base={base} others={view.others} />
        </ActRail>
      }
      message={done && !answer && <Notice tone="success" title={t(`drafting.done.${done}`)} />}
    >
      <MatterTabs id={head.id} current="draft" opened={head.opened} road={head.road} />
      {view.copy && !answer && (
        <Notice title={t('drafting.restored')}>
          <p>
            {t('drafting.restoredWords')} <DateText value={view.copy.savedAt} />
          </p>
          {base && offer('keep-working-copy') && (
            <ActForm
              act="keep-working-copy"
              fields={[]}
              formKey={revertKey}
              hidden={{ baseVersionId: base.versionId, source: view.copy.latest }}
              submitLabel={t('drafting.revert', { number: base.number })}
              idPrefix="revert"
              reloadDocument
            />
          )}
        </Notice>
      )}
      {saving ? (
        <>
          <DraftForm
            matterId={head.id}
            personId={view.personId}
            base={base}
            text={view.text}
            printed={view.printed}
            revision={view.revision}
            formKey={saving.formKey}
            unmet={saving.unmet}
            conflict={conflict}
            answer={answer}
          />
          <ActSection
            offer={{ ...saving, unmet: [], open: true, formKey: uploadKey }}
            formId="upload"
            title={t('drafting.upload')}
            revision={head.revision}
            answer={answer}
            hidden={
              base
                ? { baseVersionId: (answer?.formId === 'upload' && conflict ? conflict.latest : base).versionId }
                : {}
            }
            values={{ name: t('drafting.nextName', { number: (base?.number ?? 0) + 1 }) }}
            fields={[
              {
                name: 'file',
                kind: 'file',
                label: 'drafting.file',
                hint: 'drafting.fileHint',
                required: true,
                accept: '.docx,.txt,.doc,.wps',
              },
              { name: 'name', kind: 'text', label: 'drafting.versionName', required: true },
              { name: 'note', kind: 'text', label: 'drafting.note' },
            ]}
          />
        </>
      ) : (
        <Section title={t('drafting.text')} id="text">
          {base ? <LegalTextView text={view.text} paper /> : <p>{t('drafting.noVersion')}</p>}
        </Section>
      )}
      {base && <LeftBehind items={view.leftBehind} number={base.number} />}
      {base && <FindingSection findings={view.findings} linked={!saving} />}
      {base && <CitationSection citations={view.citations} linked={!saving} />}
      <CompanionForms
        companions={view.companions}
        offer={offer('save-companion')}
        keys={keys}
        revision={head.revision}
        answer={answer}
      />
      {sending && (
        <ActSection
          offer={sending}
          revision={head.revision}
          answer={answer}
          fields={[{ name: 'to', kind: 'text', label: 'drafting.sendTo', hint: 'drafting.sendHint' }]}
        />
      )}
      {view.sentOut.length > 0 && (
        <Section title={t('drafting.sentOut')} id="sent-out">
          <ul>
            {view.sentOut.map(({ id, at, person, to, file }) => (
              <li key={id}>
                {file && (
                  <FileLink to={`/files/${file.fileId}`} name={file.name} fingerprint={file.hash.slice(0, 16)} />
                )}{' '}
                <span className="muted">
                  <DateText value={at} compact />{' '}
                  <Original>
                    {person}
                    {to && ` → ${to}`}
                  </Original>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
