import { describe, expect, test } from 'vitest'
import { mayReadRecord, type ReadableRecord, type RecordReader } from '#app/domain/matter/reading.ts'

const reader = (unitId: string, relation: string, roles: string[] = ['liaison']) =>
  ({ unitId, relations: new Set([relation]), roles }) as unknown as RecordReader

const readers = {
  lead: reader('lead', 'lead', ['drafter']),
  office: reader('office', 'own', ['office-clerk']),
  bureau: reader('bureau', 'reviewing', ['review-officer']),
  'head of the bureau': reader('bureau', 'reviewing', ['review-head']),
  answering: reader('answering', 'consulted'),
  rival: reader('rival', 'consulted'),
}

const record = (kind: string, unitId = 'somebody', answering: ReadableRecord['answering'] = null) =>
  ({ kind, unitId, answering }) as ReadableRecord
const answer = { unitId: 'answering', isRoundClosed: false }

describe('a record is read by', () => {
  test.each([
    ['all parties', record('version-saved'), 'lead, office, bureau, head of the bureau, answering, rival'],
    ['the issuer and the heads of the reviewer', record('meeting-recorded'), 'office, head of the bureau'],
    ['those who write, review and decide', record('review-issued'), 'lead, office, bureau, head of the bureau'],
    ['those who review and decide', record('review-passed'), 'office, bureau, head of the bureau'],
    ['the unit that prepares it', record('answer-prepared', 'clerk', answer), 'answering'],
    [
      'those inside while the round runs',
      record('answer-sent', 'answering', answer),
      'lead, office, bureau, head of the bureau, answering',
    ],
    [
      'all when the round is closed',
      record('answer-sent', 'answering', { ...answer, isRoundClosed: true }),
      'lead, office, bureau, head of the bureau, answering, rival',
    ],
    ['the unit that entered it', record('meeting-recorded', 'rival'), 'office, head of the bureau, rival'],
  ])('%s', (_, shown, who) => {
    const open = Object.entries(readers).filter(([, each]) => mayReadRecord(shown, each))
    expect(open.map(([name]) => name).join(', ')).toBe(who)
  })
})
