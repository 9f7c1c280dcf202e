import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Sentence, Status } from '../ui/index.ts'
import type { BoundTo } from './types.ts'

type BoundProps = { bound: BoundTo; matterId: string; latestId: string; standsWord: string }

/** The version and fingerprint that something was given for; voided by an edit it says by which provisions. */
export function Bound({ bound, matterId, latestId, standsWord }: BoundProps) {
  const { t } = useTranslation()
  const { version, fingerprint, stands, voidedBy, deleted, versionId } = bound
  return (
    <>
      {t('issue.version', { number: version })}{' '}
      <span className="code fingerprint" title={fingerprint}>
        {fingerprint.slice(0, 16)}
      </span>
      <br />
      <Status tone={stands ? 'done' : 'overdue'}>{stands ? standsWord : t('issue.voided')}</Status>
      {!stands && (
        <p className="muted">
          {voidedBy.length > 0 && <Sentence>{t('issue.voidedBy', { provisions: voidedBy.join('、') })}</Sentence>}{' '}
          {deleted > 0 && t('issue.deleted', { count: deleted })}{' '}
          <Link className="screen-only" to={`/matters/${matterId}/compare?a=${versionId}&b=${latestId}`}>
            {t('issue.compareVersions')}
          </Link>
        </p>
      )}
    </>
  )
}
