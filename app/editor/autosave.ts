/** Why the server does not hold the latest words. */
export type Trouble = 'offline' | 'session' | 'server' | 'refused' | 'conflict'

/**
 * Where the words are. `dirty`: changed and waiting for a pause. `saving`: on their way. `saved`: the server has them.
 * `kept`: it has not, for the reason given. `edits` counts changes, `sent` the change that a request under way carries.
 */
export type AutosaveState = {
  phase: 'clean' | 'dirty' | 'saving' | 'saved' | 'kept'
  trouble?: Trouble
  /** The revision of the working copy that these words continue. */
  revision: number
  edits: number
  sent: number
  /** When the server last took the words, as it said. */
  savedAt?: string
}

export type SaveAnswer = { type: 'saved'; revision: number; savedAt: string } | { type: 'failed'; trouble: Trouble }

export type AutosaveEvent =
  | { type: 'changed' }
  /** The writer paused, left the field or the page, or asked. */
  | { type: 'pause' }
  | { type: 'online' }
  /** The writer keeps his words over those that another saved meanwhile, whose revision is given. */
  | { type: 'overwrite'; revision: number }
  | SaveAnswer

/** `wait`: begin the pause anew. `save`: send now. `forget`: the copy on this machine is no longer needed. */
export type Effect = 'wait' | 'save' | 'forget'
export type Step = { state: AutosaveState; effects: Effect[] }

export const startAutosave = (revision: number): AutosaveState => ({ phase: 'clean', revision, edits: 0, sent: 0 })

export const hasUnsaved = ({ phase }: AutosaveState): boolean =>
  phase === 'dirty' || phase === 'saving' || phase === 'kept'

/** Trying again may help only where nobody has to decide or sign in first. */
const retried: readonly Trouble[] = ['offline', 'server', 'session']

const mayRetry = ({ phase, trouble }: AutosaveState) =>
  phase === 'kept' && trouble !== undefined && retried.includes(trouble)

const stay = (state: AutosaveState): Step => ({ state, effects: [] })

function send(state: AutosaveState): Step {
  const { trouble: _, ...rest } = state
  return { state: { ...rest, phase: 'saving', sent: state.edits }, effects: ['save'] }
}

function taken(state: AutosaveState, revision: number, savedAt: string): Step {
  const { trouble: _, ...rest } = state
  const known = { ...rest, revision, savedAt }
  if (state.edits > state.sent) return { state: { ...known, phase: 'dirty' }, effects: ['wait'] }
  return { state: { ...known, phase: 'saved' }, effects: ['forget'] }
}

function changed(state: AutosaveState): Step {
  const next = { ...state, edits: state.edits + 1 }
  if (state.phase === 'saving') return stay(next)
  // a conflict stands until somebody decides: sending again would be answered the same
  if (state.trouble === 'conflict') return stay(next)
  // other words may be accepted where these were not
  if (state.trouble === 'refused') {
    const { trouble: _, ...rest } = next
    return { state: { ...rest, phase: 'dirty' }, effects: ['wait'] }
  }
  return { state: { ...next, phase: state.phase === 'kept' ? 'kept' : 'dirty' }, effects: ['wait'] }
}

/** What happens to the words next. Only one request is ever under way. */
export function autosave(state: AutosaveState, event: AutosaveEvent): Step {
  switch (event.type) {
    case 'changed':
      return changed(state)
    case 'pause':
      return state.phase === 'dirty' || mayRetry(state) ? send(state) : stay(state)
    case 'online':
      return mayRetry(state) ? send(state) : stay(state)
    case 'overwrite':
      return send({ ...state, revision: event.revision })
    case 'saved':
      return taken(state, event.revision, event.savedAt)
    case 'failed':
      return stay({ ...state, phase: 'kept', trouble: event.trouble })
  }
}

/**
 * What a status means. A redirect is the way to the sign-in page: the session is over. 409 says that another saved
 * meanwhile; other 4xx are refusals that sending again will not change.
 */
export function troubleOf(status: number, redirected: boolean): Trouble {
  if (redirected || status === 401) return 'session'
  if (status === 409) return 'conflict'
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : 'server'
}
