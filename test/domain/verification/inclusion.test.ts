import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treeOver } from '#app/domain/certificate/tree.ts'
import { rootFrom } from '#app/domain/verification/inclusion.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const events = (count: number) => Array.from({ length: count }, (_, n) => sha256(`event ${n}`))
const size = fc.integer({ min: 1, max: 80 })

describe('the path of an event to the root', () => {
  test('leads there from every event of a chain of any length', () => {
    fc.assert(
      fc.property(size, (count) => {
        const hashes = events(count)
        const { root, pathOf } = treeOver(hashes, sha256)
        for (const [at, hash] of hashes.entries())
          expect(rootFrom(hash, at + 1, count, pathOf(at + 1), sha256)).toBe(root)
      }),
    )
  })

  test('leads there from no other event, no other place and no changed path', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, one, other) => {
        const hashes = events(count)
        const { root, pathOf } = treeOver(hashes, sha256)
        const seq = (one % count) + 1
        const path = pathOf(seq)
        expect(rootFrom(sha256('another'), seq, count, path, sha256)).not.toBe(root)
        const elsewhere = (other % count) + 1
        if (elsewhere !== seq) expect(rootFrom(hashes[seq - 1]!, elsewhere, count, path, sha256)).not.toBe(root)
        expect(rootFrom(hashes[seq - 1]!, seq, count, [...path, sha256('more')], sha256)).not.toBe(root)
        if (path.length > 0) expect(rootFrom(hashes[seq - 1]!, seq, count, path.slice(1), sha256)).not.toBe(root)
      }),
    )
  })

  test('is the one of RFC 9162: two leaves, three leaves', () => {
    const [a, b, c] = events(3) as [string, string, string]
    const node = (first: number, ...parts: string[]) =>
      sha256(Buffer.concat([Buffer.from([first]), ...parts.map((part) => Buffer.from(part, 'hex'))]))
    const [la, lb, lc] = [node(0, a), node(0, b), node(0, c)]
    expect(treeOver([a, b], sha256).root).toBe(node(1, la, lb))
    const three = treeOver([a, b, c], sha256)
    expect(three.root).toBe(node(1, node(1, la, lb), lc))
    expect(three.pathOf(1)).toEqual([lb, lc])
    expect(three.pathOf(3)).toEqual([node(1, la, lb)])
  })

  test.each([
    ['a number outside', events(1)[0]!, 2, []],
    ['something that is no hash', 'abc', 1, []],
    ['a path with something that is no hash', events(1)[0]!, 1, ['x']],
  ])('does not lead from %s', (_, hash, seq, path) => {
    expect(rootFrom(hash, seq, 1, path, sha256)).toBe(null)
  })
})
