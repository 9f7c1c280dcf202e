import type { TFunction } from 'i18next'
import { evidenceFactWords } from './evidence-fact-words.ts'

/** What a fact is called. One that has no words of its own keeps its name, so that a pack of another place can be read too. */
export function factWords(t: TFunction, name: string): string {
  const [area, second] = name.split('.')
  if (area === 'facts') return t(`vocabulary.fact-${second}`, { defaultValue: name })
  return area === 'evidence'
    ? evidenceFactWords(t, name)
    : t(`matters.factNames.${name.replace(/\./g, '-')}`, { defaultValue: name })
}

/** The name of a fact as a label: its words also stand within sentences, and begin small there. */
export function factLabel(t: TFunction, name: string): string {
  const words = factWords(t, name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
