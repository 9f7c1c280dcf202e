import { useTranslation } from 'react-i18next'
import { sizeWords } from './size-words.ts'
import { Icon } from './icon.tsx'
import { Original } from './original.tsx'

export type FileLinkProps = {
  to: string
  name: string
  bytes?: number
  /** First characters of the digest, for paper. */
  fingerprint?: string
}

/** A stored file by its name, with its size. A plain link: files are attachments, not pages. */
export function FileLink({ to, name, bytes, fingerprint }: FileLinkProps) {
  const { t } = useTranslation()
  return (
    <span className="file-link">
      <Icon name="file" />{' '}
      <a href={to}>
        <Original>{name}</Original>
      </a>
      {bytes !== undefined && (
        <span className="muted">
          {t('common.openBracket')}
          {sizeWords(t, bytes)}
          {t('common.closeBracket')}
        </span>
      )}
      {fingerprint && (
        <span className="muted code">
          {' '}
          {t('ui.fingerprint')} {fingerprint}
        </span>
      )}
    </span>
  )
}
