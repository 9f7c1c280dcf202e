import { useTranslation } from 'react-i18next'
import { kinds } from '#app/domain/matter/kinds.ts'
import { HandMark, type Signed, SignatoryLine } from '../matter/by-line.tsx'
import { conclusionWord, useMatterKind } from '../matter/kind-words.tsx'
import { FileLink, Original, Stamp, Status, type Tone } from '../ui/index.ts'
import { PointAnswers } from './points.tsx'

type Content = {
  conclusion: string
  points: Record<string, { finding: string | null } | undefined>
  items: ReadonlyArray<{ itemId: string }>
  words?: string
}
export type Opinion = Signed & { payload: Content & { number: string; separationReason?: string } }
export type DraftOpinion = Signed & { stands: boolean; payload: Content }

const tones: Record<string, Tone> = { lawful: 'done', revise: 'attention', unlawful: 'refused' }

export function Conclusion({ conclusion }: { conclusion: string }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  return <Status tone={tones[conclusion] ?? 'neutral'}>{conclusionWord(t, matterKind, conclusion)}</Status>
}

function Body({ payload }: { payload: Content }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  return (
    <>
      <p>
        {t('review.conclusion')}
        {t('common.colon')}
        <Conclusion conclusion={payload.conclusion} />{' '}
        <span className="muted">{t('review.itemCount', { count: payload.items.length })}</span>
      </p>
      {payload.words && (
        <p className="prose">
          <Original>{payload.words}</Original>
        </p>
      )}
      <details>
        <summary>{t('review.points')}</summary>
        <PointAnswers points={payload.points} order={kinds[matterKind].points} />
      </details>
    </>
  )
}

/** The draft that goes up the chain. */
export function DraftView({ draft }: { draft: DraftOpinion }) {
  const { t } = useTranslation()
  return (
    <div className="record-line">
      <p>
        <Stamp name="draft" /> {!draft.stands && <Status tone="attention">{t('review.draftOnOther')}</Status>}
      </p>
      <Body payload={draft.payload} />
      <p>
        <SignatoryLine record={draft} />
      </p>
      <HandMark record={draft} />
    </div>
  )
}

/** Issued opinions with their numbers and the Word files as they were issued. */
export function Opinions({ opinions }: { opinions: readonly Opinion[] }) {
  return (
    <>
      {opinions.map((opinion) => (
        <div key={opinion.id} className="record-line">
          <p>
            <Stamp name="issued" />{' '}
            <b>
              <Original>{opinion.payload.number}</Original>
            </b>
          </p>
          <Body payload={opinion.payload} />
          {opinion.documents.map((document) => (
            <p key={document.fileId}>
              <FileLink
                to={`/files/${document.fileId}`}
                name={document.name}
                fingerprint={document.hash.slice(0, 16)}
              />
            </p>
          ))}
          <p>
            <SignatoryLine record={opinion} />
          </p>
          <HandMark record={opinion} />
        </div>
      ))}
    </>
  )
}
