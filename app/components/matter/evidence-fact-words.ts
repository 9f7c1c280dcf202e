import type { TFunction } from 'i18next'

/** Facts that every kind of evidence has, by the key of their words. */
const common: Record<string, string> = {
  on: 'evidenceOn',
  conclusion: 'evidenceConclusion',
  days: 'evidenceDays',
  ground: 'evidenceGround',
  approver: 'evidenceApprover',
  fresh: 'evidenceFresh',
}

/** What a fact of evidence is called, by its kind and field: `evidence.hearing.heldOn`. */
export function evidenceFactWords(t: TFunction, name: string): string {
  const [, kind, field] = name.split('.')
  const step = t(`vocabulary.evidence-${kind}`, { defaultValue: kind })
  if (!field || field in common)
    return t(`matters.factNames.${field ? common[field]! : 'evidence'}`, { step, defaultValue: name })
  const words = t(`evidenceWords.fields.${kind}-${field}`, { defaultValue: field })
  return t('matters.factNames.evidenceField', { step, field: words })
}

/** The words of a choice that evidence made; anything else is itself. */
export function evidenceValueWords(t: TFunction, name: string, value: string): string {
  const [, kind, field] = name.split('.')
  const list = field === 'conclusion' ? kind : field
  return t(`evidenceWords.choices.${list}-${value}`, { defaultValue: value })
}
