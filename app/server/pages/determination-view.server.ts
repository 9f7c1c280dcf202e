import { wasTakenThen } from '#app/domain/acts/taken.ts'
import type { Source } from '#app/domain/base/source.ts'
import { type DeterminedRegime, type DeterminedStep, determine } from '#app/domain/procedure/determination.ts'
import type { Deciding } from '#app/domain/procedure/deciding.ts'
import type { ContestName } from '#app/domain/procedure/stricter.ts'
import type { ParameterUnit } from '#app/domain/procedure/parameter.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'
import type { MatterPage } from './matter-page.server.ts'
import { whoCan } from './refusal.server.ts'

export type ShownDetermined = {
  key: string
  name: string
  because: Deciding[]
  /** `earlier`: for the text as it stood then; the act has its place behind the matter. */
  state: 'met' | 'earlier' | 'notMet'
  template: boolean
  sources: Source[]
}
export type ShownPeriod = { key: string; days: number; unit: ParameterUnit | null; name: string; sources: Source[] }
export type ShownDetermination = {
  regimes: DeterminedRegime[]
  applying: ShownDetermined[]
  open: ShownDetermined[]
  notApplying: ShownDetermined[]
  questions: Array<{ fact: string; act: string; who: string; steps: string[] }>
  periods: Array<{ name: ContestName; holds: ShownPeriod[]; rules: ShownPeriod[] }>
}

/** Which steps the matter has to go through and why, in the reader's language; null where its pack is not there. */
export function determinationView(page: MatterPage): ShownDetermination | null {
  const { pack, facts, locale, matter, directory } = page
  if (!pack) return null
  const found = determine(pack, facts)
  const nameOf = new Map(pack.steps.map((step) => [step.id, wordsIn(locale, step.name)]))
  const shown = (steps: DeterminedStep[]): ShownDetermined[] =>
    steps.map(({ step, because, met, template }) => ({
      key: step.id,
      name: nameOf.get(step.id)!,
      because,
      state: met ? 'met' : step.act && wasTakenThen(step.act, matter) ? 'earlier' : 'notMet',
      template,
      sources: step.sources,
    }))
  const period = (rule: (typeof found.periods)[number]['holds'][number]): ShownPeriod => ({
    key: rule.key,
    days: Number(rule.value),
    unit: rule.unit ?? null,
    name: wordsIn(locale, rule.name),
    sources: rule.sources,
  })
  return {
    regimes: found.regimes,
    applying: shown(found.applying),
    open: shown(found.open),
    notApplying: shown(found.notApplying),
    questions: found.questions.map(({ fact, answerer, steps }) => ({
      fact,
      act: answerer.act,
      who: whoCan(answerer.desk, translator(locale), matter, directory) ?? '',
      steps: steps.map((id) => nameOf.get(id)!),
    })),
    periods: found.periods.map(({ name, holds, rules }) => ({
      name,
      holds: holds.map(period),
      rules: rules.map(({ rule }) => period(rule)),
    })),
  }
}
