import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type MatterKind, matterKinds } from '#app/domain/matter/kinds.ts'

/** Kinds of matter as links: the form below asks what the chosen one needs, also without script. */
export function KindChoice({ chosen, to }: { chosen: MatterKind; to: (kind: MatterKind) => string }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('kinds.choose')} className="kind-choice">
      <ul className="plain-list">
        {matterKinds.map((kind) => (
          <li key={kind}>
            {kind === chosen ? (
              <strong aria-current="true">{t(`kinds.of.${kind}.name`)}</strong>
            ) : (
              <Link to={to(kind)}>{t(`kinds.of.${kind}.name`)}</Link>
            )}{' '}
            <span className="muted">{t(`kinds.of.${kind}.lead`)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
