import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** A route says by `export const handle = { asksAgain }`, of what its loader gave, that its page is not done yet. */
export type AsksAgainHandle = { asksAgain?: (data: unknown) => boolean }

/** A reader without script waits so long until the page loads itself again. */
export const askAgainSeconds = 3
const pollMilliseconds = 1_000

const isHandle = (handle: unknown): handle is AsksAgainHandle =>
  typeof handle === 'object' && handle !== null && 'asksAgain' in handle

/** Whether one of the routes that make the page waits for something. */
export const asksAgain = (matches: readonly { handle: unknown; data: unknown }[]): boolean =>
  matches.some(({ handle, data }) => isHandle(handle) && data != null && handle.asksAgain?.(data))

/**
 * With script the page asks for news in place: nothing that the reader writes or has opened is lost. It asks again
 * only when it has been answered, since a question breaks off the one before it.
 */
export function usePolling(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  const asks = running && state === 'idle'
  useEffect(() => {
    if (!asks) return
    const timer = setTimeout(revalidate, pollMilliseconds)
    return () => clearTimeout(timer)
  }, [asks, revalidate])
}
