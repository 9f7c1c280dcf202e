import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AutosaveEvent,
  type AutosaveState,
  autosave,
  hasUnsaved,
  startAutosave,
  troubleOf,
} from '#app/editor/autosave.ts'
import { forgetLocally, keepLocally, localCopies, localKey, setAside } from '#app/editor/local-copy.ts'
import { characterCount, differenceCount } from '#app/editor/measures.ts'
import { type Answer, delivery, type Parcel } from '#app/editor/delivery.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { counted, measure, notice } from './texts.ts'

const saved = { type: 'saved', revision: 8, savedAt: '2026-11-22T15:02:11+08:00' } as const
const following = (...events: AutosaveEvent[]) =>
  events.reduce(({ state }, event) => autosave(state, event), { state: startAutosave(7), effects: [] as string[] })

describe('saving while writing', () => {
  test('waits for a pause, sends, and forgets the copy on this machine', () => {
    expect(following({ type: 'changed' })).toMatchObject({ state: { phase: 'dirty' }, effects: ['wait'] })
    expect(following({ type: 'changed' }, { type: 'pause' })).toMatchObject({
      state: { phase: 'saving' },
      effects: ['save'],
    })
    expect(following({ type: 'changed' }, { type: 'pause' }, saved)).toMatchObject({
      state: { phase: 'saved', revision: 8, savedAt: saved.savedAt },
      effects: ['forget'],
    })
  })

  test('words typed while others are on their way are sent after them, never beside them', () => {
    const typed = following({ type: 'changed' }, { type: 'pause' }, { type: 'changed' }, { type: 'pause' })
    expect(typed).toMatchObject({ state: { phase: 'saving' }, effects: [] })
    expect(autosave(typed.state, saved)).toMatchObject({ state: { phase: 'dirty', revision: 8 }, effects: ['wait'] })
  })

  test.each(['offline', 'session', 'server'] as const)(
    '%s: kept, and sent again when the network is back',
    (trouble) => {
      const kept = following({ type: 'changed' }, { type: 'pause' }, { type: 'failed', trouble })
      expect(kept).toMatchObject({ state: { phase: 'kept', trouble }, effects: [] })
      expect(autosave(kept.state, { type: 'online' })).toMatchObject({ state: { phase: 'saving' }, effects: ['save'] })
    },
  )

  test('another saved: nothing is sent until the writer decides, then over their revision', () => {
    const conflict = following(
      { type: 'changed' },
      { type: 'pause' },
      { type: 'failed', trouble: 'conflict' },
      { type: 'changed' },
      { type: 'pause' },
      { type: 'online' },
    )
    expect(conflict).toMatchObject({ state: { phase: 'kept', trouble: 'conflict', revision: 7 }, effects: [] })
    expect(autosave(conflict.state, { type: 'overwrite', revision: 9 })).toMatchObject({
      state: { phase: 'saving', revision: 9, sent: 2 },
      effects: ['save'],
    })
  })

  test('refused words are not sent again, but changed ones are', () => {
    const refused = following(
      { type: 'changed' },
      { type: 'pause' },
      { type: 'failed', trouble: 'refused' },
      { type: 'pause' },
    )
    expect(refused).toMatchObject({ state: { phase: 'kept', trouble: 'refused' }, effects: [] })
    const changed = autosave(refused.state, { type: 'changed' })
    expect(changed).toMatchObject({ state: { phase: 'dirty' }, effects: ['wait'] })
    expect(autosave(changed.state, { type: 'pause' })).toMatchObject({ state: { phase: 'saving' }, effects: ['save'] })
  })

  test('words are never called saved that the server has not taken, and one request is under way at most', () => {
    const events = fc.array(
      fc.constantFrom<AutosaveEvent['type']>('changed', 'pause', 'online', 'overwrite', 'saved', 'failed'),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(events, (types) => {
        let state: AutosaveState = startAutosave(1)
        let sent: number | null = null
        let taken = 0
        for (const type of types) {
          const answers = type === 'saved' || type === 'failed'
          if ((answers && sent === null) || (type === 'overwrite' && state.trouble !== 'conflict')) continue
          const event: AutosaveEvent =
            type === 'saved'
              ? saved
              : type === 'failed'
                ? { type, trouble: state.edits % 2 === 0 ? 'conflict' : 'offline' }
                : type === 'overwrite'
                  ? { type, revision: 3 }
                  : { type }
          if (type === 'saved') taken = sent!
          if (answers) sent = null
          const step = autosave(state, event)
          state = step.state
          if (step.effects.includes('save')) {
            expect(sent).toBeNull()
            sent = state.edits
          }
          if (!hasUnsaved(state)) expect(taken).toBe(state.edits)
          if (step.effects.includes('forget')) expect(taken).toBe(state.edits)
        }
      }),
    )
  })

  test.each([
    [0, true, 'session'],
    [401, false, 'session'],
    [409, false, 'conflict'],
    [422, false, 'refused'],
    [413, false, 'refused'],
    [403, false, 'refused'],
    [404, false, 'refused'],
    [408, false, 'server'],
    [429, false, 'server'],
    [500, false, 'server'],
    [503, false, 'server'],
    [200, false, 'server'],
  ] as const)('status %i (redirect %s) means %s', (status, redirected, trouble) => {
    expect(troubleOf(status, redirected)).toBe(trouble)
  })
})

describe('delivery', () => {
  /** A server that counts revisions, knows a key again, and whose answers may be lost on the way. */
  function desk() {
    const answers = new Map<string, Answer>()
    const held: { text: LegalText | null; revision: number; lost: boolean } = { text: null, revision: 1, lost: false }
    const send = async ({ key, text, revision }: Parcel): Promise<Answer> => {
      const fresh = (): Answer => {
        if (revision !== held.revision) return { type: 'failed', trouble: 'conflict', theirs: held.revision }
        held.text = text
        held.revision += 1
        return { type: 'saved', revision: held.revision, savedAt: saved.savedAt }
      }
      const answer = answers.get(key) ?? fresh()
      answers.set(key, answer)
      return held.lost ? { type: 'failed', trouble: 'offline' } : answer
    }
    return { held, deliver: delivery(send, counted('key')) }
  }

  test('an answer lost on the way is no conflict with oneself', async () => {
    const { held, deliver } = desk()
    held.lost = true
    expect(await deliver(measure(), 1)).toMatchObject({ type: 'failed', trouble: 'offline' })
    held.lost = false
    const newer = notice()
    expect(await deliver(newer, 1)).toMatchObject({ type: 'saved', revision: 3 })
    expect(held.text).toEqual(newer)
  })

  test('the words of another are a conflict', async () => {
    const { held, deliver } = desk()
    held.revision = 5
    expect(await deliver(measure(), 1)).toEqual({ type: 'failed', trouble: 'conflict', theirs: 5 })
    expect(await deliver(measure(), 5)).toMatchObject({ type: 'saved', revision: 6 })
  })
})

describe('the copy on this machine', () => {
  const shelf = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  const copy = { text: measure(), revision: 3, keptAt: '2026-11-22T07:02:11.000Z' }

  test('is kept apart by matter, version and person', () => {
    expect(localKey('m/1', 'v', 'p')).not.toBe(localKey('m', '1/v', 'p'))
  })

  test('comes back until it is forgotten', () => {
    const place = shelf()
    expect(keepLocally(place, 'k', copy)).toBe(true)
    expect(localCopies(place, 'k')).toEqual([copy])
    forgetLocally(place, 'k')
    expect(localCopies(place, 'k')).toEqual([])
  })

  test.each(['', '{', '[]', '{"text":{"format":9,"children":[]},"revision":1,"keptAt":"x"}'])(
    '%j is no copy',
    (raw) => {
      const place = shelf()
      place.setItem('k', raw)
      expect(localCopies(place, 'k')).toEqual([])
    },
  )

  test('an earlier copy lies apart from new words until it is decided about', () => {
    const place = shelf()
    setAside(place, 'k', [copy])
    keepLocally(place, 'k', { ...copy, revision: 4 })
    forgetLocally(place, 'k')
    expect(localCopies(place, 'k')).toEqual([copy])
    setAside(place, 'k', [])
    expect(localCopies(place, 'k')).toEqual([])
  })

  test('a full shelf is told', () => {
    const full = {
      ...shelf(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(keepLocally(full, 'k', copy)).toBe(false)
  })
})

describe('measures', () => {
  test('characters without blanks and labels', () => {
    expect(
      characterCount({ format: 1, children: [{ id: 'x', kind: 'paragraph', text: '第 1 次。\n终𠮷', children: [] }] }),
    ).toBe(6)
  })

  test('provisions that differ', () => {
    const other = measure()
    other.children[1]!.children[0]!.children[1]!.text = '改'
    other.children.pop()
    expect(differenceCount(measure(), measure())).toBe(0)
    expect(differenceCount(measure(), other)).toBe(4)
    expect(differenceCount(other, measure())).toBe(4)
  })
})
