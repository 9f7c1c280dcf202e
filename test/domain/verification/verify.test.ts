import { setImmediate as others } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { verify } from '#app/domain/verification/verify.ts'
import { certificateOf, testKey, tools } from '#test/support/certified.ts'
import { decided } from '#test/support/decision-road.ts'
import { changed, type Leaf, leavesOf } from '#test/support/leaves.ts'
import { walkTo } from '#test/support/road.ts'

const key = testKey()
const document = key.signed(certificateOf(walkTo('registered')))
const decision = key.signed(certificateOf(decided()))

const read = (certificate: unknown, given: ReturnType<typeof testKey>['check'] | null = null) => {
  const answer = verify(certificate, tools(given))
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

describe.each([
  ['a normative document', document],
  ['a major decision', decision],
])('the certificate of %s', (_, certificate) => {
  test('is valid with the key that signed it, and says so where no key was given', () => {
    expect(read(certificate, key.check)).toMatchObject({ verdict: 'valid', findings: [] })
    expect(read(certificate)).toMatchObject({ verdict: 'unchecked', findings: [] })
  })

  test('is valid but unsigned where the installation had no key', () => {
    const unsigned = { ...certificate, key: null, signature: null }
    expect(read(unsigned, key.check)).toMatchObject({ verdict: 'unsigned', findings: [] })
  })

  test('is refused with another key, and where the signature was taken away', () => {
    const others = read(certificate, testKey().check)
    expect(others).toMatchObject({ verdict: 'altered', findings: [{ pointer: '/key', code: 'key' }] })
    const bare = read({ ...certificate, signature: null }, key.check)
    expect(bare).toMatchObject({ verdict: 'altered', findings: [{ pointer: '/signature', code: 'signature-absent' }] })
  })
})

test('a certificate tells dates, thresholds, the exemption and who approved it', () => {
  const gate = (rule: string) => decision.gates.find((one) => one.rule === rule)!
  expect(gate('public-comment-decision')).toMatchObject({
    state: 'exempt',
    exemption: { evidence: 'public-comment', ground: '情况紧急', approver: '分管副市长' },
    arithmetic: [
      {
        fact: 'evidence.public-comment.days',
        parameter: 'public-comment.decision',
        comparison: 'atLeast',
        value: 28,
        bound: 30,
        holds: false,
        dates: { from: '2026-01-20', to: '2026-02-17', unit: 'calendar-day', counted: 28 },
      },
    ],
  })
  expect(gate('hearing-material-lead').arithmetic).toContainEqual({
    fact: 'evidence.hearing.materialDays',
    value: 8,
    comparison: 'atLeast',
    parameter: 'hearing.material-lead',
    bound: 7,
    holds: true,
    dates: { from: '2026-02-10', to: '2026-02-18', unit: 'calendar-day', counted: 8 },
  })
})

test('of other matters it holds hashes alone', () => {
  const events = document.audit.events.length
  expect(document.audit.head.seq).toBeGreaterThan(events)
  expect(document.audit.events.every(({ event }) => event.matterId === document.matter.id)).toBe(true)
  expect(document.audit.events.flatMap(({ path }) => path).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
})

/** Values that no computation reaches: only the signature tells that they were changed. */
const bySignatureAlone: readonly RegExp[] = [
  /^\/issuedAt$/,
  /^\/matter\/unit\/name$/,
  // Of a record that is withheld: its kind and the date it counts from.
  /^\/records\/withheld\/(kind|on)$/,
  /^\/versions\/#\/algorithm$/,
  // The number of a holiday notice, how far it was verified, and its days that no count passes.
  /^\/holidays\/#\/(number|verification|off\/#|worked\/#)$/,
  /^\/evidence\/#\/files\/#\/hash$/,
]
/** Where the change is told at another place than where it was made. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  '/audit/head/seq': /^\/audit\/events\//,
  '/records/withheld/kind': /^\/facts\//,
}

/** The place without numbers and names of facts; withheld records have places of their own. */
function shapeOf(pointer: string, { records }: Certificate): string {
  const [, record] = /^\/records\/(\d+)\//.exec(pointer) ?? []
  const named = record && !records[Number(record)]!.payload ? pointer.replace(/\d+/, 'withheld') : pointer
  return named.replace(/\/\d+(?=\/|$)/g, '/#').replace(/(?<=^\/facts\/\w+\.).*|(?<=\/#\/facts\/).*/, '…')
}

/** Content is told by its place, and the signature refuses whatever was changed. */
async function expectTold(leaf: Leaf, certificate: Certificate): Promise<void> {
  // Thousands in a row would keep the test's process from answering.
  await others()
  const shape = shapeOf(leaf.pointer, certificate)
  const answer = changed(leaf, () => verify(certificate, tools(key.check)))
  if (!answer.ok) {
    expect(leaf.pointer.startsWith(answer.error.pointer), `${leaf.pointer} unreadable at ${answer.error.pointer}`).toBe(
      true,
    )
    return
  }
  const { verdict, findings } = answer.value
  expect(verdict, leaf.pointer).toBe('altered')
  const bySignature = findings.some(({ code }) => code === 'signature' || code === 'key')
  expect(bySignature || leaf.pointer.startsWith('/signature/'), leaf.pointer).toBe(true)
  const content = findings.filter(({ code }) => code !== 'signature').map(({ pointer }) => pointer)
  if (content.length === 0) {
    expect(bySignatureAlone.some((one) => one.test(shape)) || leaf.pointer === '/signature/value', leaf.pointer).toBe(
      true,
    )
    return
  }
  const isTold = content.some(
    (pointer) => leaf.pointer === pointer || leaf.pointer.startsWith(`${pointer}/`) || elsewhere[shape]?.test(pointer),
  )
  expect(isTold, `${leaf.pointer} told at ${content.slice(0, 3).join(' ')}`).toBe(true)
}

describe('a changed value is told with its place', () => {
  const leaves = leavesOf(document)
  const byShape = new Map(leaves.map((leaf) => [shapeOf(leaf.pointer, document), leaf]))
  const sections = [...new Set([...byShape.keys()].map((shape) => shape.split('/')[1]!))]

  test.each(sections)('in each kind of place under /%s', async (section) => {
    for (const [shape, leaf] of byShape) if (shape.split('/')[1] === section) await expectTold(leaf, document)
  })

  test('anywhere', async () => {
    const all = leavesOf(decision)
    const anywhere = fc.constantFrom(...all)
    await fc.assert(
      fc.asyncProperty(anywhere, (leaf) => expectTold(leaf, decision)),
      { numRuns: 60 },
    )
  })
})
