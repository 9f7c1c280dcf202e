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

/** The provision that the focus or the selection is in and those within it, by their ids: an article may have its words below it. */
function provisionsHere(): string[] {
  const selected = window.getSelection()?.anchorNode
  const from = selected instanceof Element ? selected : selected?.parentElement
  for (const element of [document.activeElement, from]) {
    const found = element?.closest('[id^="p-"]')
    if (found) return [found, ...found.querySelectorAll('[id^="p-"]')].map(({ id }) => id.slice('p-'.length))
  }
  return []
}

export type ReviewKeys = {
  /** c: a comment on the first of the provisions in which the selection or the focus is. */
  comment: (provisionIds: readonly string[]) => void
  /** l: the next of the articles that they cite goes into a comment; none where nothing is pointed at. */
  law: (provisionIds: readonly string[]) => void
}

/** c and l on the review desk, while `enabled`; j and k belong to the comparison and the text. */
export function useReviewKeys({ comment, law }: ReviewKeys, enabled: boolean) {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key !== 'c' && event.key !== 'l') return
      const provisionIds = provisionsHere()
      if (event.key === 'l') law(provisionIds)
      else if (provisionIds.length > 0) comment(provisionIds)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [comment, law, enabled])
}
