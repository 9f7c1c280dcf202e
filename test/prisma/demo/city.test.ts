import { describe, expect, test } from 'vitest'
import { roles, systemDuties, unitKinds, unitLevels } from '#app/domain/access/roles.ts'
import { isPlainDate } from '#app/domain/base/date.ts'
import { people, units } from '#prisma/demo/city.ts'
import { disputes, oppositeOpinions, rounds } from '#prisma/demo/rounds.ts'
import { meetings } from '#prisma/demo/meetings.ts'
import { series } from '#prisma/demo/series.ts'
import { domainStages, matters } from '#prisma/demo/matters.ts'
import { ownOpinions, reviews } from '#prisma/demo/reviews.ts'
import { textKeys } from '#prisma/demo/texts.ts'
import { kinds, matterKinds } from '#app/domain/matter/kinds.ts'
import { stagesBetween } from '#app/domain/matter/stage.ts'
import { readEvidence } from '#app/domain/procedure/evidence-fields.ts'
import { matterFacts } from '#app/domain/matter/records.ts'
import { provisionNamed, readDemo } from './support.ts'

const unitKeys = new Set(units.map((unit) => unit.key))
const person = new Map(people.map((one) => [one.key, one]))
const matterOf = new Map(matters.map((matter) => [matter.key, matter]))
const unique = (keys: string[]) => expect(new Set(keys).size).toBe(keys.length)
const knownUnit = (key: string) => expect(unitKeys.has(key), key).toBe(true)
const headOf = (unit: string) =>
  people.find((one) => one.posts.some((post) => post.unit === unit && !post.to && post.roles.includes('unit-head')))
const holds = (key: string, unit: string, ...wanted: string[]) =>
  person
    .get(key)
    ?.posts.some(
      (post) => !post.to && post.unit === unit && wanted.some((role) => post.roles.some((held) => held === role)),
    ) ?? false

describe('units and people', () => {
  test('there are enough of both, with a unit that has nothing to do', () => {
    expect(units.length).toBeGreaterThanOrEqual(14)
    expect(people.length).toBeGreaterThanOrEqual(45)
    const busy = JSON.stringify([matters, rounds, meetings])
    expect(units.filter((unit) => !busy.includes(`"${unit.key}"`)).map((unit) => unit.key)).toContain('gazetteer')
  })

  test('every unit is of a known kind and level below a unit that exists', () => {
    unique(units.map((unit) => unit.key))
    unique(units.map((unit) => unit.name))
    for (const unit of units) {
      expect(unitKinds).toContain(unit.kind)
      expect(unitLevels).toContain(unit.level)
      if (unit.parent) knownUnit(unit.parent)
      expect(isPlainDate(unit.from)).toBe(true)
    }
  })

  test('every post is in a unit that exists, with known roles and dates in order', () => {
    unique(people.map((one) => one.key))
    unique(people.map((one) => one.name))
    for (const post of people.flatMap((one) => one.posts)) {
      knownUnit(post.unit)
      expect(post.roles.length).toBeGreaterThan(0)
      for (const role of post.roles) expect(roles).toContain(role)
      if (post.to) expect(post.from < post.to).toBe(true)
    }
  })

  test('some have no account, some held two posts in turn, and every role is held', () => {
    expect(people.filter((one) => !one.account).length).toBeGreaterThanOrEqual(10)
    expect(people.filter((one) => one.posts.length > 1).length).toBeGreaterThanOrEqual(2)
    for (const role of roles)
      expect(
        people.some((one) => one.posts.some((post) => !post.to && post.roles.includes(role))),
        role,
      ).toBe(true)
  })

  test('the three duties that keep the system are three people with no other role', () => {
    for (const duty of systemDuties) {
      const keepers = people.filter((one) => one.posts.some((post) => post.roles.includes(duty)))
      expect(keepers.map((one) => one.posts.flatMap((post) => post.roles))).toEqual([[duty]])
    }
  })
})

describe('number series', () => {
  test('each has a unit that exists and a pattern of its own with year and ordinal', () => {
    unique(series.map((one) => one.pattern))
    for (const one of series) {
      knownUnit(one.unit)
      expect(one.pattern).toMatch(/\{year\}.*\{n\}/)
    }
  })

  test('whoever issues a review opinion has a series for it, and so does whoever issues a document', () => {
    const has = (unit: string, kind: string) => series.some((one) => one.unit === unit && one.kind === kind)
    for (const review of reviews) {
      const unit = person.get(review.chain.head)!.posts[0]!.unit
      expect(has(unit, 'opinion'), unit).toBe(true)
    }
    for (const matter of matters) expect(has(matter.issuer, 'document'), matter.key).toBe(true)
  })
})

describe('matters', () => {
  test('there are twenty-five or more, in every stage, with all ten scenarios', () => {
    unique(matters.map((matter) => matter.key))
    expect(matters.length).toBeGreaterThanOrEqual(25)
    expect(new Set(matters.map((matter) => matter.stage))).toEqual(new Set(Object.keys(domainStages)))
    expect(new Set(matters.map((matter) => domainStages[matter.stage]))).toEqual(
      new Set([
        ...stagesBetween('received', 'registered'),
        'rejected',
        'not-normative',
        'withdrawn',
        'left-for-party',
        'archived',
      ]),
    )
    expect(new Set(matters.flatMap((matter) => matter.scenario ?? []))).toEqual(
      new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    )
  })

  test('there is one of every kind', () => {
    expect(new Set(matters.map(({ kind }) => kind ?? 'normative-document'))).toEqual(new Set(matterKinds))
  })

  test.each(matters)('$key names units, people and texts that exist', (matter) => {
    for (const unit of [matter.issuer, matter.lead, ...matter.joint]) knownUnit(unit)
    const drafts = holds(matter.drafter, matter.lead, 'drafter')
    if (matter.incoming?.instruction?.outcome !== 'file') expect(drafts, matter.drafter).toBe(true)
    for (const { text } of matter.versions) expect(textKeys).toContain(text)
    expect(matterFacts.safeParse(matter.facts).success).toBe(true)
    expect(matter.stageDaysAgo).toBeLessThanOrEqual(matter.openedDaysAgo)
    const instruction = matter.incoming?.instruction
    if (instruction)
      for (const unit of [...(instruction.lead ? [instruction.lead] : []), ...instruction.support]) knownUnit(unit)
    if (instruction) expect(person.has(instruction.by)).toBe(true)
  })

  const early = new Set([
    'received',
    'instructed',
    'filed',
    'not-normative',
    'recognised',
    'opened',
    'drafting',
    'circulating',
    'circulating-overdue',
    'settling',
    'closing',
    'withdrawn',
    'left-for-party',
  ])
  const onWholeRoad = matters.filter(({ kind }) => kinds[kind ?? 'normative-document'].road === 'whole')
  test.each(onWholeRoad.filter((matter) => !early.has(matter.stage)))(
    '$key has what its submission needs',
    (matter) => {
      expect(matter.companions).not.toBeNull()
      if (matter.kind !== 'major-decision') expect(matter.recognition?.normative).toBe(true)
      expect(rounds.some((round) => round.matter === matter.key)).toBe(true)
      if (matter.authority !== 'department')
        expect(ownOpinions.some((opinion) => opinion.matter === matter.key)).toBe(true)
      if (matter.facts.marketRelated) expect(matter.evidence.some((one) => one.step === 'fair-competition')).toBe(true)
    },
  )
})

test.each(matters.filter(({ evidence }) => evidence.length > 0))(
  '$key: its evidence says what its kind asks',
  (matter) => {
    for (const { step, fields = {}, calendarDays, conclusion, words } of matter.evidence) {
      const said = Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'object' && 'before' in value ? '2026-03-01' : value,
      ])
      const period = calendarDays ? { from: '2026-02-01', to: '2026-03-01' } : {}
      const common = { on: '2026-03-01', conclusion, words, ...period }
      expect(readEvidence(step, Object.fromEntries(said), common, '2026-03-02')).toMatchObject({ ok: true })
    }
  },
)

describe('rounds', () => {
  const first = rounds.find((round) => round.key === 'signboards-first')!

  test('the first round on the signboards has exactly sixty opinions from fifteen units or more, each settled', () => {
    const opinions = first.answers.flatMap((answer) => answer.opinions)
    expect(opinions).toHaveLength(60)
    expect(first.answers.filter((answer) => answer.opinions.length > 0).length).toBeGreaterThanOrEqual(15)
    expect(opinions.every((opinion) => opinion.disposition)).toBe(true)
  })

  test.each(rounds)('$key: units, articles, answers and reasons hold together', (round) => {
    expect(matterOf.get(round.matter)?.versions.some((version) => version.text === round.version)).toBe(true)
    unique(round.consulted)
    unique(round.answers.map((answer) => answer.unit))
    const all = round.answers.flatMap((answer) => answer.opinions)
    unique(all.map((opinion) => opinion.key))
    for (const answer of round.answers) {
      expect(round.consulted).toContain(answer.unit)
      if (answer.form === 'sent') expect(headOf(answer.unit)?.account, answer.unit).toBeTruthy()
      expect(
        headOf(answer.unit) ?? people.find((one) => one.posts.some((post) => post.unit === answer.unit)),
        answer.unit,
      ).toBeDefined()
      expect(['agree-with-changes', 'object'].includes(answer.kind)).toBe(answer.opinions.length > 0)
    }
    for (const opinion of all) {
      if (opinion.locus) expect(provisionNamed(round.version, opinion.locus), opinion.locus).not.toBeNull()
      if (opinion.disposition && opinion.disposition.kind !== 'adopted') expect(opinion.disposition.reason).toBeTruthy()
      const lands = opinion.disposition?.landsIn
      if (opinion.disposition?.kind === 'adopted') expect(lands).toBeTruthy()
      if (lands && !['起草说明', '政策解读'].includes(lands))
        expect(provisionNamed(matterOf.get(round.matter)!.versions.at(-1)!.text, lands), lands).not.toBeNull()
    }
  })

  test('wording adopted whole stands in the next version of the signboards', () => {
    const next = readDemo('signboards-v2')
    for (const opinion of first.answers.flatMap((answer) => answer.opinions)) {
      if (opinion.disposition?.kind !== 'adopted' || !opinion.wording) continue
      const bare = opinion.wording.replace(/^（.）/, '').replace(/[。；，]$/, '')
      expect(next, opinion.key).toContain(bare)
    }
  })

  test.each(oppositeOpinions)('$round $locus has two opposite opinions', ({ round, locus, opinions }) => {
    const found = rounds
      .find((one) => one.key === round)!
      .answers.flatMap((answer) => answer.opinions)
      .filter((one) => opinions.includes(one.key))
    expect(found.map((one) => one.locus)).toEqual([locus, locus])
  })

  test('a dispute names its units and its coordinator', () => {
    for (const dispute of disputes) {
      for (const view of dispute.views) knownUnit(view.unit)
      expect(holds(dispute.coordinator, 'office', 'secretary-general')).toBe(true)
    }
  })
})

describe('reviews and meetings', () => {
  test.each(ownOpinions)(
    'the own opinion on $matter is by a legal reviewer of the lead who did not draft',
    (opinion) => {
      const matter = matterOf.get(opinion.matter)!
      expect(holds(opinion.reviewer, matter.lead, 'department-legal-reviewer')).toBe(true)
      expect(opinion.reviewer).not.toBe(matter.drafter)
    },
  )

  test.each(reviews)('$key: the chain is of different people and comments quote the text', (review) => {
    const chain = [review.chain.officer, review.chain.sectionHead, review.chain.deputyHead, review.chain.head].filter(
      (key) => key !== null,
    )
    unique(chain)
    for (const key of chain) expect(person.has(key), key).toBe(true)
    expect(chain).not.toContain(matterOf.get(review.matter)!.drafter)
    for (const comment of review.comments) {
      expect(readDemo(review.version)).toContain(comment.quote)
      expect(provisionNamed(review.version, comment.locus), comment.locus).not.toBeNull()
    }
    expect(review.conclusion === 'lawful').toBe(review.comments.length + review.findings.length === 0)
    for (const answer of review.answers ?? []) {
      expect(review.comments.map((comment) => comment.key)).toContain(answer.comment)
      if (answer.disposition !== 'adopted') expect(answer.reason).toBeTruthy()
    }
  })

  test.each(meetings)(
    'the meeting on $matter names people, units and words that exist, and the chief speaks last',
    (meeting) => {
      expect(matterOf.has(meeting.matter)).toBe(true)
      for (const key of [...meeting.attendance, meeting.coordinator]) expect(person.has(key), key).toBe(true)
      const { issuer, lead, authority } = matterOf.get(meeting.matter)!
      const desk = authority === 'department' ? issuer : 'city'
      expect(holds(meeting.coordinator, desk, 'deputy-chief')).toBe(true)
      expect(people.some((one) => holds(one.key, authority === 'department' ? lead : 'office', 'office-clerk'))).toBe(
        true,
      )
      for (const unit of meeting.invited) knownUnit(unit)
      const names = new Set(people.map((one) => one.name))
      for (const speech of meeting.speeches) expect(names.has(speech.person), speech.person).toBe(true)
      if (meeting.result) {
        expect(meeting.speeches.findIndex((speech) => speech.chief)).toBe(meeting.speeches.length - 1)
        expect(meeting.decisions.length).toBeGreaterThan(0)
      }
      const text = readDemo(meeting.version)
      for (const change of meeting.changes) expect(text).toContain(change[change.stored])
      for (const locus of [
        ...meeting.changes.map((change) => change.locus),
        ...meeting.decisions.flatMap((decision) => decision.loci),
      ]) {
        expect(provisionNamed(meeting.version, locus), locus).not.toBeNull()
      }
    },
  )

  test('changes after the meeting stand on three matters, and one goes beyond its minutes', () => {
    expect(meetings.filter((meeting) => meeting.changes.length > 0).length).toBeGreaterThanOrEqual(3)
    const beyond = meetings.filter((meeting) => meeting.changes.some((change) => change.decision === null))
    expect(beyond.map((meeting) => matterOf.get(meeting.matter)!.stage)).toEqual(['returned-to-meeting'])
  })

  test('somebody dissents by name, and a chief against the majority gives reasons', () => {
    const parking = meetings.find((meeting) => meeting.matter === 'parking')!
    expect(parking.speeches.filter((speech) => speech.view === 'dissent').length * 2).toBeGreaterThan(
      parking.speeches.length,
    )
    expect(parking.chiefReason).toBeTruthy()
  })
})
