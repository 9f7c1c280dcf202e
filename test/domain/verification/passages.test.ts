import { expect, test } from 'vitest'
import { passageFindings } from '#app/domain/verification/gates.ts'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { certificateOf } from '#test/support/certified.ts'
import { walkTo } from '#test/support/road.ts'

const certificate = certificateOf(walkTo('registered'))
type Trace = { rule: string; met: boolean; facts: Record<string, unknown> }

/** The certificate with the traces of the act changed, as somebody would who can rebuild the whole chain. */
function withTraces(act: string, change: (traces: Trace[]) => Trace[]): Certificate {
  const copy = structuredClone(certificate)
  const event = copy.audit.events.find((one) => one.event.act === act)!
  event.event.rules = change(event.event.rules as Trace[])
  return copy
}
const places = (changed: Certificate) =>
  passageFindings(changed).map(({ code, fields }) => [code, fields.id ?? fields.rule ?? ''])

test('what gates said when the acts were done comes out again', () => {
  expect(passageFindings(certificate)).toEqual([])
  expect(certificate.audit.events.flatMap(({ event }) => event.rules as Trace[]).length).toBeGreaterThan(50)
})

test('an act before a gate that blocked is told', () => {
  const changed = withTraces('submit', (traces) =>
    traces.map((trace) =>
      trace.rule === 'explanation-before-submission'
        ? { ...trace, met: false, facts: { ...trace.facts, 'explanation.present': false } }
        : trace,
    ),
  )
  expect(places(changed)).toEqual([['unmet', 'explanation-before-submission']])
})

test('a gate that nobody asked is told: one that applies always, and one that applies by what others saw', () => {
  for (const rule of ['explanation-before-submission', 'public-comment-market']) {
    const changed = withTraces('submit', (traces) => traces.filter((trace) => trace.rule !== rule))
    expect(places(changed), rule).toEqual([['absent', rule]])
  }
})

test('a rule that the pack does not have, and a threshold that is not the one of the pack, are told', () => {
  const unknown = withTraces('submit', (traces) => [...traces, { rule: 'none', met: true, facts: {} }])
  expect(places(unknown)).toEqual([['absent', 'none']])
  const lower = withTraces('submit', (traces) =>
    traces.map((trace) =>
      'rule.public-comment.market' in trace.facts
        ? { ...trace, facts: { ...trace.facts, 'rule.public-comment.market': 3 } }
        : trace,
    ),
  )
  expect(passageFindings(lower).map(({ pointer }) => pointer)[0]).toMatch(/\/facts\/rule\.public-comment\.market$/)
})
