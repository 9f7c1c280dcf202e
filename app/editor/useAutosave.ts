import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LegalText } from '#app/domain/text/model.ts'
import {
  type AutosaveEvent,
  type AutosaveState,
  autosave,
  hasUnsaved,
  startAutosave,
  type Trouble,
  troubleOf,
} from './autosave.ts'
import { type Answer, delivery, type Parcel } from './delivery.ts'
import { newId } from './identifier.ts'
import { forgetLocally, keepLocally, type LocalCopy, localCopies, setAside } from './local-copy.ts'
import { differenceCount } from './measures.ts'

/** Milliseconds without typing after which words are sent. */
const pause = 2000
/** Milliseconds after which words that could not be sent are tried again by themselves. */
const patience = 15_000

/** A line that came back does not carry at once: what failed although the machine is on line is tried again soon. */
function retryAfter(trouble: Trouble): number | null {
  if (trouble === 'offline') return navigator.onLine ? pause : patience
  return trouble === 'server' ? patience : null
}

export type AutosaveOptions = {
  /**
   * Takes a POST of a `Parcel` as JSON; answers 200 with `{ revision, savedAt }`, 409 with `{ revision }`. A key that
   * came before gets the answer that it got before.
   */
  url: string
  /** Made with `localKey`. */
  storageKey: string
  /** The revision of the server's working copy. */
  revision: number
  /** The server's working copy. */
  saved: LegalText
}

export type Autosave = {
  state: AutosaveState
  /** Whether words that the server has not are kept on this machine. */
  keptHere: boolean
  /** Tell every change of the text. */
  changed: (text: LegalText) => void
  /** Send now what is not saved: call when the editor loses the focus. */
  flush: () => void
  /** Words found on this machine at the start that differ from the server's, until restored or thrown away. */
  found: { copy: LocalCopy; differences: number } | null
  /** The writer's choice about `found`; restoring counts as a change, and the caller shows `copy.text`. */
  settleFound: (restore: boolean) => void
  /** After a conflict: mine goes over what another saved. */
  overwrite: () => void
}

async function post(url: string, parcel: Parcel): Promise<Answer> {
  try {
    const body = JSON.stringify(parcel)
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      credentials: 'same-origin',
      redirect: 'manual',
      // a page that closes may send 64 KiB at most; what is longer stays on this machine
      keepalive: document.visibilityState === 'hidden' && body.length < 20_000,
    })
    const said: unknown = answer.status === 200 || answer.status === 409 ? await answer.json() : null
    return answerOf(answer, said)
  } catch {
    return { type: 'failed', trouble: 'offline' }
  }
}

function answerOf({ status, type }: Response, said: unknown): Answer {
  const { revision, savedAt } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>
  if (status === 200 && typeof revision === 'number' && typeof savedAt === 'string') {
    return { type: 'saved', revision, savedAt }
  }
  const trouble = troubleOf(status, type === 'opaqueredirect')
  return { type: 'failed', trouble, ...(typeof revision === 'number' ? { theirs: revision } : {}) }
}

/** Copies of earlier visits that differ from the server's text. They are set aside until the writer decides. */
function findCopies({ storageKey, saved }: AutosaveOptions): LocalCopy[] {
  const shelf = window.localStorage
  const known = JSON.stringify(saved)
  const copies = localCopies(shelf, storageKey).filter(({ text }) => JSON.stringify(text) !== known)
  setAside(shelf, storageKey, copies)
  forgetLocally(shelf, storageKey)
  return copies
}

/** Saves a text while it is being written and loses none of it: see `autosave` for the rules. */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { url, storageKey } = options
  const [state, setState] = useState(() => startAutosave(options.revision))
  const [keptHere, setKeptHere] = useState(false)
  const [copies, setCopies] = useState<readonly LocalCopy[]>([])
  const current = useRef(state)
  const words = useRef<LegalText>(options.saved)
  const theirs = useRef(options.revision)
  const timer = useRef<number>()
  const first = useRef(options)

  useEffect(() => setCopies(findCopies(first.current)), [])

  const deliver = useMemo(() => delivery((parcel) => post(url, parcel), newId), [url])

  const tell = useCallback(
    (event: AutosaveEvent) => {
      const { state: next, effects } = autosave(current.current, event)
      current.current = next
      setState(next)
      const again = (after: number) => {
        window.clearTimeout(timer.current)
        timer.current = window.setTimeout(() => tell({ type: 'pause' }), after)
      }
      if (effects.includes('wait')) again(pause)
      if (effects.includes('forget')) {
        forgetLocally(window.localStorage, storageKey)
        setKeptHere(false)
      }
      if (effects.includes('save')) {
        window.clearTimeout(timer.current)
        void deliver(words.current, next.revision).then((answer) => {
          if (answer.theirs !== undefined) theirs.current = answer.theirs
          tell(answer)
          const after = answer.type === 'failed' ? retryAfter(answer.trouble) : null
          if (after !== null) again(after)
        })
      }
    },
    [deliver, storageKey],
  )

  const keep = useCallback(() => {
    const copy = { text: words.current, revision: current.current.revision, keptAt: new Date().toISOString() }
    setKeptHere(keepLocally(window.localStorage, storageKey, copy))
  }, [storageKey])

  const changed = useCallback(
    (text: LegalText) => {
      words.current = text
      tell({ type: 'changed' })
      keep()
    },
    [tell, keep],
  )

  const flush = useCallback(() => tell({ type: 'pause' }), [tell])

  useEffect(() => {
    // a page looked at again may follow a sign-in in another tab
    const hidden = () => tell({ type: document.visibilityState === 'hidden' ? 'pause' : 'online' })
    const online = () => tell({ type: 'online' })
    const leaving = (event: BeforeUnloadEvent) => {
      if (!hasUnsaved(current.current)) return
      event.preventDefault()
      event.returnValue = ''
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leaving)
      window.clearTimeout(timer.current)
    }
  }, [tell])

  // the latest words first
  const copy = copies[copies.length - 1]
  const found = useMemo(
    () =>
      copy === undefined
        ? null
        : {
            // words may have moved without changing: that is one difference
            copy,
            differences: Math.max(differenceCount(copy.text, first.current.saved), 1),
          },
    [copy],
  )

  const settleFound = useCallback(
    (restore: boolean) => {
      const rest = copies.slice(0, -1)
      if (copy && restore) changed(copy.text)
      setAside(window.localStorage, storageKey, rest)
      setCopies(rest)
    },
    [copies, copy, changed, storageKey],
  )

  const overwrite = useCallback(() => tell({ type: 'overwrite', revision: theirs.current }), [tell])

  return { state, keptHere, changed, flush, found, settleFound, overwrite }
}
