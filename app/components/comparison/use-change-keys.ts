import { type RefObject, useEffect } from 'react'

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Keys belong to whoever types: a field, an editor, an input method that is composing, a browser shortcut. */
function isTyping(event: KeyboardEvent): boolean {
  // 229 is what older browsers report for a key that the input method took.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return true
  return event.target instanceof Element && event.target.closest(typing) !== null
}

/** The change before or after the one in focus; without one, before or after the upper edge of the window. */
function neighbour(changes: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const here = changes.findIndex((change) => change.contains(document.activeElement))
  if (here >= 0) return changes[here + step]
  const below = changes.findIndex((change) => change.getBoundingClientRect().top >= 0)
  if (step === 1) return changes[below]
  return below < 0 ? changes.at(-1) : changes[below - 1]
}

/** j and k go to the next and the previous change (`data-change`) inside `root` while `enabled`. */
export function useChangeKeys(root: RefObject<HTMLElement | null>, enabled: boolean) {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if ((event.key !== 'j' && event.key !== 'k') || isTyping(event) || !root.current) return
      const changes = [...root.current.querySelectorAll<HTMLElement>('[data-change]')]
      const change = neighbour(changes, event.key === 'j' ? 1 : -1)
      if (!change) return
      event.preventDefault()
      change.focus({ preventScroll: true })
      change.scrollIntoView({ block: 'center' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root, enabled])
}
