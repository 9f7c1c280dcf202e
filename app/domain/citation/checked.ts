import { type Verification, weakest } from '../base/source.ts'
import { quotableArticles } from './quotable.ts'
import type { Resolution } from './resolve.ts'

/**
 * How far the words were checked that the library holds of an act: of one article, or with no label of all of them.
 * `versionId` is the wording that is asked about, null for the newest. Null where it holds no words.
 */
export type Checked = (actId: string, versionId: string | null, label: string | null) => Verification | null

/**
 * How far what is said of a citation was checked: as far as the least checked of the words that it rests on, those
 * cited and those now in their place. Null where it rests on no words of the library, or nothing can be told.
 */
export function verificationOf(resolution: Resolution, checked: Checked): Verification | null {
  const { status, target, now } = resolution
  if (status === 'unresolved') return null
  const articles = quotableArticles(resolution)
  const of = (actId: string | null, versionId: string | null, labels: readonly string[]) =>
    actId === null ? [] : (labels.length ? labels : [null]).map((label) => checked(actId, versionId, label))
  const cited = articles.filter(({ isNow }) => !isNow).map(({ label }) => label)
  const present = articles.filter(({ isNow }) => isNow).map(({ label }) => label)
  const clause = now?.change === 'repealed' && now.place ? [now.place] : present
  return weakest([
    ...of(target?.actId ?? null, target?.versionId ?? null, cited),
    ...of(now?.actId ?? null, null, clause),
  ])
}
