import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegable, maySitFor } from '#app/domain/access/delegation.ts'
import type { Directory, Post } from '#app/domain/access/directory.ts'
import { keepsSystem, type Role, roles } from '#app/domain/access/roles.ts'
import { directory } from '#test/support/play.ts'

const post = (id: string, unitId: string, held: Role[], validTo: string | null = null): [string, Post] => [
  id,
  { id, personId: id, personName: id, unitId, title: id, roles: held, validFrom: '2020-01-01', validTo },
]
const withPosts = (...posts: Array<[string, Post]>): Directory => ({ ...directory, posts: new Map(posts) })
const may = (whose: Role[], whoIs: Role[], unitId = 'urban', validTo: string | null = null) => {
  const all = withPosts(post('absent', 'urban', whose), post('sitting', unitId, whoIs, validTo))
  return maySitFor(all.posts.get('absent')!, 'sitting', all, '2026-03-02')
}

test.each<[string, Role[], Role[], boolean]>([
  ['a colleague of the same role', ['drafter'], ['drafter'], true],
  ['a deputy for the chief executive', ['chief-executive', 'meeting-member'], ['deputy-chief'], true],
  ['a deputy head for the head of the review body', ['review-head'], ['review-deputy-head'], true],
  ['a drafter for the head who signs what he drafted', ['unit-head'], ['drafter'], false],
  ['a drafter for the reviewer of his own department', ['department-legal-reviewer'], ['drafter'], false],
  ['a reviewer for a drafter', ['drafter'], ['department-legal-reviewer'], false],
  ['whoever covers only one of two roles', ['unit-head', 'liaison'], ['unit-head'], false],
  ['an administrator for a drafter', ['drafter'], ['system-administrator'], false],
  ['anybody for a seat in a meeting alone', ['meeting-member'], ['meeting-member'], false],
])('%s', (_, whose, whoIs, allowed) => {
  expect(may(whose, whoIs)).toBe(allowed)
})

test('not from another unit, and not in a post that has ended', () => {
  expect(may(['drafter'], ['drafter'], 'housing')).toBe(false)
  expect(may(['drafter'], ['drafter'], 'urban', '2026-03-01')).toBe(false)
})

test('nobody sits at his own desk, and no desk of those who keep the system is handed over', () => {
  const any = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(any, any, (whose, whoIs) => {
      const all = withPosts(post('absent', 'urban', whose), post('sitting', 'urban', whoIs))
      expect(maySitFor(all.posts.get('absent')!, 'absent', all, '2026-03-02')).toBe(false)
      if (keepsSystem(whose) || keepsSystem(whoIs)) expect(may(whose, whoIs)).toBe(false)
      expect(delegable(whose)).not.toContain('meeting-member')
    }),
  )
})
