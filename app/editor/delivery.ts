import type { LegalText, NewId } from '#app/domain/text/model.ts'
import type { SaveAnswer } from './autosave.ts'

/** What is sent: words, the revision they continue, and a key by which the server knows the same request again. */
export type Parcel = { text: LegalText; revision: number; key: string }
/** The server's answer; after a conflict `theirs` is the revision that stands. */
export type Answer = SaveAnswer & { theirs?: number }
export type Send = (parcel: Parcel) => Promise<Answer>

const uncertain = (answer: Answer) =>
  answer.type === 'failed' && (answer.trouble === 'offline' || answer.trouble === 'server')

/**
 * Sends words so that an answer lost on the way does no harm. A request without a certain answer may have been carried
 * out: it is asked again, word for word, before newer words follow it, else the writer would conflict with himself.
 */
export function delivery(send: Send, newKey: NewId): (text: LegalText, revision: number) => Promise<Answer> {
  let unanswered: Parcel | null = null
  const deliver = async (parcel: Parcel) => {
    unanswered = parcel
    const answer = await send(parcel)
    if (!uncertain(answer)) unanswered = null
    return answer
  }
  return async (text, revision) => {
    if (!unanswered) return deliver({ text, revision, key: newKey() })
    const earlier: Parcel = unanswered
    const answer = await deliver(earlier)
    if (answer.type === 'failed' || earlier.text === text) return answer
    return deliver({ text, revision: answer.revision, key: newKey() })
  }
}
