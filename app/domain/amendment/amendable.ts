import { fold } from '../text/fold.ts'
import type { LegalText, Provision } from '../text/model.ts'

/** Two versions of one text that a decision could join. */
export type AmendedPair = { title: string; old: LegalText; next: LegalText }

type Titled = { title: string; text: LegalText }

function enclosed({ id, text, children }: Provision, format: LegalText['format']): Titled {
  const own: Provision[] = text ? [{ id, kind: 'title', text, children: [] }, ...children] : children
  return titled({ format, children: own })
}

const titled = (text: LegalText): Titled => ({
  title: text.children.find(({ kind }) => kind === 'title')?.text ?? '',
  text,
})

const enclosuresOf = ({ format, children }: LegalText): Titled[] =>
  children.flatMap((one) => (one.kind === 'enclosure' ? [enclosed(one, format)] : []))

/** What both enclose; a text that one encloses and the other is counts as enclosed in both. */
function alike(old: LegalText, next: LegalText): [Titled[], Titled[]] {
  const [before, after] = [enclosuresOf(old), enclosuresOf(next)]
  const named = (list: Titled[], { title }: Titled) => list.filter((one) => fold(one.title) === fold(title))
  if (before.length && !after.length) return [named(before, titled(next)), [titled(next)]]
  if (after.length && !before.length) return [[titled(old)], named(after, titled(old))]
  return [before, after]
}

/**
 * The texts of two versions that a decision amends: what both enclose (a 通知 its 办法), by title or else by place;
 * the documents themselves where one of them encloses nothing. What only one version encloses is left out.
 */
export function amendedPairs(old: LegalText, next: LegalText): AmendedPair[] {
  const [before, after] = alike(old, next)
  if (!before.length || !after.length) return [{ title: titled(old).title, old, next }]
  const byTitle = new Map(before.map((one) => [fold(one.title), one]))
  const named = new Set(after.flatMap(({ title }) => byTitle.get(fold(title)) ?? []))
  return after.flatMap(({ title, text }, at) => {
    const own = before[at]
    const from = byTitle.get(fold(title)) ?? (own && !named.has(own) ? own : undefined)
    return from ? [{ title: from.title, old: from.text, next: text }] : []
  })
}

/** The enclosed text with a title, and the carrier with another in its place; `null` where it encloses none such. */
export function enclosedText(
  carrier: LegalText,
  isNamed: (title: string) => boolean,
): { text: LegalText; put: (text: LegalText) => LegalText } | null {
  const enclosure = carrier.children.find(
    (one) => one.kind === 'enclosure' && isNamed(enclosed(one, carrier.format).title),
  )
  if (!enclosure) return null
  const put = ({ children }: LegalText): LegalText => ({
    ...carrier,
    children: carrier.children.map((one) => (one === enclosure ? { ...one, text: '', children } : one)),
  })
  return { text: enclosed(enclosure, carrier.format).text, put }
}
