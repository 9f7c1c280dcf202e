import { useTranslation } from 'react-i18next'
import type { Faces } from '#app/domain/amendment/faces.ts'
import { redlineLines } from '#app/domain/amendment/redline-lines.ts'
import type { TableLine, TableRow } from '#app/domain/comparison/table.ts'
import { Runs } from '../comparison/index.ts'
import { LegalTextView } from '../text/LegalTextView.tsx'

export type ShownFace = 'decision' | 'amendment' | 'amended' | 'table' | 'redline'

/** One face of an amendment. One that needs a decision which was not proved is not there. */
export function FaceShown({ face, faces }: { face: ShownFace; faces: Faces }) {
  const { decided, table, redline } = faces
  if (face === 'table') return <AmendmentTable rows={table} />
  if (face === 'redline') return <Redline redline={redline} />
  if (!decided.ok) return null
  const { decision, amended } = decided.value
  return face === 'amended' ? <LegalTextView text={amended} paper headingLevel={3} /> : <Decision words={decision} />
}

/** A decision is plain text: copied or retyped, it says the same. */
const Decision = ({ words }: { words: string }) => (
  <article className="comparison paper" lang="zh-CN">
    {words.split('\n').map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no identity but their place
      <p key={at} className={`comparison-line${at ? '' : ' kind-title'}`}>
        {line}
      </p>
    ))}
  </article>
)

function Redline({ redline }: Pick<Faces, 'redline'>) {
  const { t } = useTranslation()
  return (
    <article className="comparison paper" aria-label={t('amendment.face.redline')}>
      {redlineLines(redline).map((runs, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no identity but their place
        <p key={at} className="comparison-line" lang="zh-CN">
          <Runs runs={runs} />
        </p>
      ))}
    </article>
  )
}

function AmendmentTable({ rows }: { rows: readonly TableRow[] }) {
  const { t } = useTranslation()
  return (
    <div className="comparison comparison-side-by-side">
      <table>
        <caption className="visually-hidden">{t('amendment.face.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparison.oldText')}</th>
            <th scope="col">{t('comparison.newText')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ provisionId, state, oldLabel, old, newLabel, new: next }) => (
            <tr key={`${provisionId} ${oldLabel}`}>
              <td>
                <Side label={oldLabel} lines={old} side="old" />
              </td>
              <td>
                <span className="change-state">{t(`comparison.state.${state}`)}</span>
                <Side label={newLabel} lines={next} side="new" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Side({ label, lines, side }: { label: string; lines: readonly TableLine[]; side: 'old' | 'new' }) {
  const { t } = useTranslation()
  if (!label && !lines.length) return <span className="comparison-absent">{t('comparison.absent')}</span>
  return (
    <span lang="zh-CN">
      {label && <b className="provision-label">{label}</b>}
      {lines.map(({ label: own, runs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no identity but their place
        <span key={at}>
          {at > 0 && '\n'}
          {own !== label && own}
          <Runs runs={runs} side={side} />
        </span>
      ))}
    </span>
  )
}
