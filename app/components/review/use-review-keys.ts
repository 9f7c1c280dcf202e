import { useEffect } from 'react'

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Keys belong to whoever types: a field, an input method that is composing, a browser shortcut. */
const isTyping = (event: KeyboardEvent): boolean =>
  // 229 is what older browsers report for a key that the input method took
  event.isComposing ||
  event.keyCode === 229 ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest(typing) !== null)

/** The provision that the selection or the focus is in, by its id. */
function provisionHere(): string | null {
  const selected = window.getSelection()?.anchorNode
  const from = selected instanceof Element ? selected : selected?.parentElement
  for (const element of [document.activeElement, from]) {
    const found = element?.closest('[id^="p-"]')
    if (found) return found.id.slice('p-'.length)
  }
  return null
}

export type ReviewKeys = {
  /** c: a comment on the provision in which the selection or the focus is. */
  comment: (provisionId: string) => void
  /** l: the next of the articles that this provision cites goes into a comment on it; null where none is pointed at. */
  law: (provisionId: string | null) => void
}

/** c and l on the review desk, while `enabled`; j and k belong to the comparison and the text. */
export function useReviewKeys({ comment, law }: ReviewKeys, enabled: boolean) {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key !== 'c' && event.key !== 'l') return
      const provisionId = provisionHere()
      if (event.key === 'l') law(provisionId)
      else if (provisionId) comment(provisionId)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [comment, law, enabled])
}
