import type { TFunction } from 'i18next'
import type { Finding, PathRound, PathStep } from '#app/domain/exploration/report.ts'

const language = (locale: string) => (locale.startsWith('zh') ? 'zh' : 'en')

/** What is wrong, in one sentence. A step that is missing for an act is called by the act. */
export function findingWords(t: TFunction, locale: string, finding: Finding): string {
  return t(`admin.exploration.codes.${finding.code}`, {
    rule: t(`acts.${finding.rule}`, { defaultValue: finding.name[language(locale)] }),
    ...('act' in finding && { act: t(`acts.${finding.act}`, { defaultValue: finding.act }) }),
    ...('missing' in finding && { missing: finding.missing }),
  })
}

function outcomeWords(t: TFunction, { act, outcome }: PathStep): string | null {
  if (!outcome) return null
  return act === 'enter-evidence'
    ? t(`vocabulary.evidence-${outcome}`, { defaultValue: outcome })
    : t(`admin.exploration.outcomes.${outcome}`, { defaultValue: outcome })
}

/** One act of a path with how it turned out and where the matter then stands. */
export function pathStepWords(t: TFunction, step: PathStep): string {
  const act = t(`acts.${step.act}`, { defaultValue: step.act })
  const outcome = outcomeWords(t, step)
  const done = outcome ? t('admin.exploration.step', { act, outcome }) : act
  return step.position === 'none' ? done : t('admin.exploration.stands', { done, stage: t(`stages.${step.position}`) })
}

/** A path round what the law wants, whole: what can be done, and act by act how. */
export const pathWords = (t: TFunction, locale: string, path: PathRound): string =>
  `${findingWords(t, locale, path)} ${path.path.map((step) => pathStepWords(t, step)).join(' ＞ ')}`
