import type { TFunction } from 'i18next'
import type { Directory } from '#app/domain/access/directory.ts'
import type { Source } from '#app/domain/base/source.ts'
import { opened, type Matter } from '#app/domain/matter/matter.ts'
import type { PathRound } from '#app/domain/exploration/report.ts'
import type { GateResult } from '#app/domain/procedure/gates.ts'
import { pathWords } from '#app/messages/exploration.ts'
import { defaultLocale, type Locale } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'
import type { Refused } from '../acts/refusing.server.ts'

/** A rule that is not met, ready to be drawn: what is missing, its source, and who can supply it. */
export type UnmetRule = { text: string; who?: string; source?: Source; ruleName: string }
/** A refusal as a page shows it. */
export type ShownRefusal = {
  code: string
  values?: Record<string, string | number>
  ruleName?: string
  source?: Source
  missing?: UnmetRule[]
}

const language = (locale: Locale) => (locale === defaultLocale ? 'zh' : 'en')

/** The rule in words of the reader's language; quotations of law stay Chinese. */
export function unmetRule(
  gate: GateResult,
  locale: Locale,
  matter: Matter | null,
  directory: Directory | null,
): UnmetRule {
  return {
    text: gate.missing[language(locale)],
    ruleName: gate.name[language(locale)],
    source: gate.sources[0],
    who: whoCan(gate.desk, translator(locale), matter, directory),
  }
}

/** The desk on which it lies: the role, and the unit where the matter names it. */
export function whoCan(
  desk: GateResult['desk'],
  t: TFunction,
  matter: Matter | null,
  directory: Directory | null,
): string | undefined {
  if (!desk) return undefined
  const opening = matter && opened(matter)
  const unitId =
    opening &&
    {
      lead: opening.payload.leadUnitId,
      own: opening.payload.units.officeId ?? opening.payload.issuerId,
      reviewing: opening.payload.units.reviewUnitId,
      consulted: opening.payload.units.marketUnitId,
    }[desk.relation]
  const unit = unitId ? directory?.units.get(unitId)?.shortName : undefined
  const role = t(`roles.${desk.role}`)
  return unit ? `${unit} · ${role}` : role
}

const mostPaths = 5

/** A path that a pack leaves open round what the law wants, act by act. */
const leftOpen = (path: PathRound, locale: Locale, t: TFunction): UnmetRule => ({
  text: pathWords(t, locale, path),
  ruleName: path.name[language(locale)],
  source: path.sources[0],
})

export function shownRefusal(
  refusal: Refused,
  locale: Locale,
  matter: Matter | null,
  directory: Directory | null,
): ShownRefusal {
  const t = translator(locale)
  const missing =
    refusal.gates?.map((gate) => unmetRule(gate, locale, matter, directory)) ??
    refusal.paths?.slice(0, mostPaths).map((path) => leftOpen(path, locale, t))
  const values = { ...refusal.fields }
  if (typeof values.kind === 'string' && refusal.code === 'denied-kind') values.kind = t(`kinds.of.${values.kind}.name`)
  if (typeof values.stage === 'string') values.stage = t(`stages.${values.stage}`)
  if (refusal.code === 'materials-missing')
    values.missing = String(values.missing)
      .split(' ')
      .map((kind) => t(`vocabulary.${`material-${kind}`}` as 'vocabulary.material-text'))
      .join('、')
  return { code: refusal.code, values, ruleName: missing?.[0]?.ruleName, source: missing?.[0]?.source, missing }
}
