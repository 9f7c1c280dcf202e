import '#app/styles/public.css'
import { useTranslation } from 'react-i18next'
import { LegalTextView } from '../text/LegalTextView.tsx'
import { DateText, type Definition, DefinitionList, FileLink, Original, Section } from '../ui/index.ts'
import type { DocumentForPublic } from './types.ts'
import { ValidityNote } from './ValidityNote.tsx'

/** A document with everything that is published with it; before that, as it will be. Needs no script. */
export function PublishedDocument({ document }: { document: DocumentForPublic }) {
  const { t } = useTranslation()
  const { text, title, interpretation, files, validity } = document
  const [issued, ...others] = files
  return (
    <div className="published">
      <DefinitionList columns={2} items={[...numbers(document, t), ...fiveDates(document, t)]} />
      {issued && (
        <p className="published-file">
          <FileLink to={`/files/${issued.fileId}`} name={issued.name} fingerprint={issued.hash?.slice(0, 16)} />
        </p>
      )}
      <LegalTextView text={text} label={title} paper />
      <Section title={t('publication.interpretation')} id="interpretation">
        {interpretation ? <Paragraphs words={interpretation} /> : <p className="muted">{t('common.none')}</p>}
      </Section>
      <Section title={t('publication.validity.title')} id="validity">
        <ValidityNote validity={validity} linked />
      </Section>
      <Section title={t('publication.proof')} id="proof">
        <DefinitionList
          items={[
            { term: t('publication.gazette'), value: document.gazette && <Original>{document.gazette}</Original> },
            { term: t('publication.address'), value: document.address && <Portal address={document.address} /> },
            ...(others.length > 0 ? [{ term: t('publication.files'), value: <Files files={others} /> }] : []),
          ]}
        />
      </Section>
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

const written = (words: string | null) => words && <Original>{words}</Original>

const numbers = (
  { issuers, documentNumber, registerNumber, filings, signatory, carrier }: DocumentForPublic,
  t: Translate,
): Definition[] => [
  { term: t('publication.issuer'), value: <Original>{issuers.join('、')}</Original> },
  { term: t('publication.carrier'), value: t(`vocabulary.${'carrier-' + carrier}`) },
  { term: t('vocabulary.number-document'), value: written(documentNumber) },
  { term: t('vocabulary.number-register'), value: written(registerNumber) },
  ...filings.map(({ number, authority }) => ({
    key: number,
    term: t('vocabulary.number-filing'),
    value: <Original>{`${number}（${authority}）`}</Original>,
  })),
  ...(signatory ? [{ term: t('publication.signatory'), value: <Original>{signatory}</Original> }] : []),
]

const dateNames = ['passedOn', 'writtenOn', 'printedOn', 'publishedOn', 'effectiveOn'] as const

/** 会议通过, 成文, 印发, 公布, 施行. */
const fiveDates = ({ dates }: DocumentForPublic, t: Translate): Definition[] =>
  dateNames.map((name) => ({
    term: t(`publication.dates.${name}`),
    value: dates[name] && <DateText value={dates[name]} />,
  }))

const Paragraphs = ({ words }: { words: string }) => (
  <div className="document-text published-interpretation" lang="zh-CN">
    {words.split(/\n+/).map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </div>
)

/** Only an address of the web becomes a link: what was typed may be anything. */
const Portal = ({ address }: { address: string }) =>
  /^https?:\/\//i.test(address) ? (
    <a href={address} rel="noopener noreferrer">
      {address}
    </a>
  ) : (
    <Original>{address}</Original>
  )

const Files = ({ files }: { files: DocumentForPublic['files'] }) => (
  <ul className="plain-list">
    {files.map(({ fileId, name }) => (
      <li key={fileId}>
        <FileLink to={`/files/${fileId}`} name={name} />
      </li>
    ))}
  </ul>
)
