import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { Original } from './original.tsx'

/** Title, number and article of a source on one line, as they are written. */
export function SourceLine({ source }: { source: Source }) {
  return (
    <Original>
      《{source.title}》{source.number && `（${source.number}）`}
      {source.locus}
    </Original>
  )
}

export type RuleNoteProps = {
  source: Source
  /** What the rule asks, in the reader's language. */
  name?: string
}

/** Where a rule comes from, its words, and how far they were checked. */
export function RuleNote({ source, name }: RuleNoteProps) {
  const { t } = useTranslation()
  return (
    <div className="rule-note">
      {name && <p className="rule-name">{name}</p>}
      <p>
        <span className="label">{t('ui.rule.source')}</span> <SourceLine source={source} />
      </p>
      {source.quote && <blockquote lang="zh-CN">{source.quote}</blockquote>}
      <p className="rule-verification">{t(`ui.rule.${source.verification}`)}</p>
    </div>
  )
}
