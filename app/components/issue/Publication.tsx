import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { publicPath, type Validity, ValidityNote } from '../public/index.ts'
import {
  ButtonLink,
  dateWords,
  Deadline,
  type Definition,
  DefinitionList,
  FileLink,
  Notice,
  Original,
  RecordedByHand,
  Section,
} from '../ui/index.ts'
import { Person, type Signed } from '../matter/by-line.tsx'
import type { PublicationDeadline } from './types.ts'

export type PublicationView = {
  issued: (Signed & { payload: { addressee?: string; copies?: string; signatory: string } }) | null
  published:
    | (Signed & {
        payload: {
          publishedOn: string
          gazette?: string
          address?: string
          files: ReadonlyArray<{ fileId: string; name: string }>
        }
      })
    | null
  registered: Signed | null
  deadline: PublicationDeadline | null
  validity: Validity | null
  publicity: string | null
  isPublic: boolean
  /** Reads what is not public yet. */
  readable: boolean
}

/** The document as issued, its publication with the last day for it, its public page and its validity. */
export function Publication({ view, matterId }: { view: PublicationView; matterId: string }) {
  const { t } = useTranslation()
  const { issued, published, registered, deadline, validity, isPublic, publicity, readable } = view
  return (
    <>
      <Section title={t('issue.issuedDocument')} id="issued">
        {issued ? <Issued issued={issued} /> : <p className="muted">{t('issue.notIssued')}</p>}
      </Section>
      <Section title={t('issue.publication')} id="publication">
        {publicity && publicity !== 'active' && (
          <Notice tone="attention">
            {t('issue.notPublic', { publicity: t(`vocabulary.${'publicity-' + publicity}`) })}
          </Notice>
        )}
        {deadline && (
          <DefinitionList
            items={[
              {
                term: t('issue.deadline'),
                value: <Due deadline={deadline} publishedOn={published?.payload.publishedOn ?? null} />,
              },
            ]}
          />
        )}
        {published && <Published published={published} />}
        <p className="screen-only">
          {isPublic && <ButtonLink to={publicPath(matterId)}>{t('issue.openPublicPage')}</ButtonLink>}
          {!isPublic && readable && (
            <ButtonLink to={`/matters/${matterId}/issue?preview=1#preview`}>{t('issue.preview')}</ButtonLink>
          )}
        </p>
      </Section>
      {validity && (
        <Section
          title={t('issue.validity')}
          id="validity-read"
          aside={registered && <Link to="/register">{t('issue.openRegister')}</Link>}
        >
          {registered && <p>{t('issue.registered')}</p>}
          <ValidityNote validity={validity} />
          {registered?.recordedBy && <RecordedByHand {...registered.recordedBy} />}
        </Section>
      )}
    </>
  )
}

function Due({ deadline, publishedOn }: { deadline: PublicationDeadline; publishedOn: string | null }) {
  const { t } = useTranslation()
  const late = publishedOn !== null && publishedOn > deadline.date
  return (
    <>
      <Deadline {...deadline} />
      {late && <p>{t('issue.deadlineLate', { date: dateWords(t, publishedOn) })}</p>}
    </>
  )
}

function Issued({ issued }: { issued: NonNullable<PublicationView['issued']> }) {
  const { t } = useTranslation()
  const { addressee, copies, signatory } = issued.payload
  return (
    <>
      {issued.documents.map(({ fileId, name, hash }) => (
        <p key={fileId}>
          <FileLink to={`/files/${fileId}`} name={name} fingerprint={hash.slice(0, 16)} />
        </p>
      ))}
      <p className="muted">
        <Person of={issued} />
      </p>
      {issued.recordedBy && <RecordedByHand {...issued.recordedBy} />}
      <DefinitionList
        items={[
          line(t('issue.addressee'), addressee),
          line(t('issue.copies'), copies),
          line(t('issue.signatory'), signatory),
        ]}
      />
    </>
  )
}

function Published({ published }: { published: NonNullable<PublicationView['published']> }) {
  const { t } = useTranslation()
  const { publishedOn, gazette, address, files } = published.payload
  const proofs = files.map(({ fileId, name }) => <FileLink key={fileId} to={`/files/${fileId}`} name={name} />)
  return (
    <>
      <DefinitionList
        items={[
          { term: t('issue.publishedOn'), value: dateWords(t, publishedOn) },
          line(t('issue.gazette'), gazette),
          line(t('issue.address'), address),
          { term: t('issue.proof'), value: proofs.length > 0 ? proofs : null },
        ]}
      />
      <p className="muted">
        <Person of={published} />
      </p>
      {published.recordedBy && <RecordedByHand {...published.recordedBy} />}
    </>
  )
}

const line = (term: string, words: string | undefined): Definition => ({
  term,
  value: words && <Original>{words}</Original>,
})
