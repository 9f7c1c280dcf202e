import type { NewId } from '../base/identity.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { fold } from '../text/fold.ts'
import type { LegalText } from '../text/model.ts'
import { print } from '../text/print.ts'
import { type AmendedPair, amendedPairs, enclosedText } from './amendable.ts'
import { applyDecision } from './apply-decision.ts'
import { type Rebased, rebase } from './rebase.ts'

const titleOf = ({ children }: LegalText): string => children.find(({ kind }) => kind === 'title')?.text ?? ''

/** A text that gives orders and not the words that shall stand. */
const isDecision = (text: LegalText) => /关于修改.*的决定$|修正案$/.test(titleOf(text))

/**
 * The text in force and what a draft makes of it: a decision is carried out on it, any other draft is the new text or
 * encloses it. Null where a decision cannot be carried out whole.
 */
export function amendedBy(base: LegalText, draft: LegalText, newId: NewId): AmendedPair | null {
  if (!isDecision(draft)) return amendedPairs(base, draft)[0] ?? null
  const applied = applyDecision(base, print(draft), { newId })
  return 'error' in applied || !applied.complete ? null : (amendedPairs(base, applied.text)[0] ?? null)
}

/** Without the note under the title (题注), which says when a wording was made and is no part of what it says. */
export const withoutNote = (text: LegalText): LegalText => ({
  ...text,
  children: text.children.filter(({ kind }) => kind !== 'note'),
})

/** `decision`: orders speak in the numbers of the old base and are written anew. `unread`: the two are not wordings of one text. */
export type NotCarried = 'decision' | 'unread'

/**
 * A draft that was made on `base`, whole and with what encloses it, on the text that stands there now; where both changed
 * a provision the words of the new base stay and both intents are listed by article.
 */
export function carryDraft(
  base: LegalText,
  draft: LegalText,
  newBase: LegalText,
  newId: NewId,
): Result<Rebased, NotCarried> {
  if (isDecision(draft)) return fail('decision')
  const [ours, theirs] = [amendedBy(base, draft, newId), amendedBy(base, newBase, newId)]
  if (!ours || !theirs) return fail('unread')
  const { text, articles } = rebase(withoutNote(ours.old), ours.next, withoutNote(theirs.next), newId)
  const title = fold(titleOf(ours.next))
  const enclosed = enclosedText(draft, (one) => fold(one) === title)
  return ok({ text: enclosed ? enclosed.put(text) : text, articles })
}
