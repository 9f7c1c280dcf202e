import { describe, expect, test } from 'vitest'
import type { Act, Context, KnownPacks } from '#app/domain/acts/act.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { pathsRound } from '#app/domain/exploration/explore.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { SystemEffect } from '#app/domain/acts/system-effects.ts'
import { composePack, type LocalRow, localRowOf } from '#app/domain/procedure/local-pack.ts'
import { type Pack, packHash, parameterIn } from '#app/domain/procedure/pack.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { typedFrom, type TypedRow } from '#app/domain/procedure/row-edit.ts'
import { typedFromGate } from '#app/domain/procedure/row-form.ts'
import { actor, directory, hash } from '#test/support/play.ts'

const hashOf = (pack: Pack) => packHash(pack, hash)
const nationalHash = hashOf(nationalPack)
const composition = composePack(nationalPack, nationalHash, localPacks.find(({ id }) => id === 'shanghai')!)
const shanghai = composition.ok ? composition.value : nationalPack
const shanghaiHash = hashOf(shanghai)

const known = (...packs: Pack[]): KnownPacks => ({
  values: new Map(packs.map((pack) => [hashOf(pack), pack])),
  stored: packs.map((pack) => ({ id: pack.id, version: pack.version, hash: hashOf(pack), wasInForce: true })),
})

function decide(
  name: string,
  input: unknown,
  packs: KnownPacks = known(nationalPack, shanghai),
  paths: Context['pathsRound'] = [],
) {
  const act = registry.get(name) as unknown as Act<unknown>
  const read = act.input.safeParse(input)
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) }
  const context = {
    today: '2026-11-22' as PlainDate,
    actor: actor('administrator'),
    directory,
    hash,
    pack: nationalPack,
    packHash: nationalHash,
    packs,
    pathsRound: paths,
  } as unknown as Context
  const decided = act.decide({ id: 'm', revision: 0, records: [] }, read.data as never, context)
  if (!decided.ok) return { refusal: decided.error }
  return { packs: (decided.value as SystemEffect[]).flatMap((effect) => (effect.do === 'pack' ? [effect.pack] : [])) }
}

describe('to store a pack', () => {
  test('one that comes with the system is stored with its base', () => {
    expect(decide('store-pack', { supplied: 'zhejiang' }, known()).packs?.map(({ id }) => id)).toEqual([
      'national',
      'zhejiang',
    ])
  })

  test('the rules of a place are laid over the base that they name', () => {
    const local = { ...localPacks[0]!, id: 'qingning', version: '1' }
    expect(decide('store-pack', { pack: JSON.stringify(local) }).packs).toMatchObject([
      { id: 'qingning', base: { id: 'national', hash: nationalHash } },
    ])
    expect(decide('store-pack', { pack: JSON.stringify(local) }, known()).refusal?.code).toBe('pack-base-unknown')
  })

  test('a version is never stored twice with other content', () => {
    const changed = { ...nationalPack, jurisdiction: '清宁市' }
    expect(decide('store-pack', { pack: JSON.stringify(changed) }).refusal?.code).toBe('pack-version-taken')
    expect(decide('store-pack', { pack: JSON.stringify(nationalPack) }).packs).toHaveLength(1)
  })

  test('a fault names the row', () => {
    const parameters = nationalPack.parameters.map((row) =>
      row.key === 'legal-review.max' ? { ...row, value: '十五' } : row,
    )
    const { refusal } = decide('store-pack', { pack: JSON.stringify({ ...nationalPack, version: '9', parameters }) })
    expect(refusal).toMatchObject({ code: 'pack-malformed', fields: { where: 'legal-review.max value' } })
  })
})

describe('to edit a copy', () => {
  const typed = (pack: Pack, key: string, change: Partial<TypedRow>): TypedRow => {
    const row = parameterIn(pack, key)!
    const rule = pack.base ? localRowOf(row) : row
    return { ...typedFrom(row, rule as LocalRow), ...change }
  }
  const source = { title: '上海市行政规范性文件管理规定', locus: '第一条', verification: 'verified' as const }

  test('a stricter value of a place is in force in the copy, a laxer one is held back in conflict', () => {
    const edit = (value: string) => {
      const row = typed(shanghai, 'legal-review.min', { state: 'value', value, unit: 'working-day', ...source })
      const { packs } = decide('edit-pack', { packHash: shanghaiHash, version: '2', rows: [row] })
      return parameterIn(packs![0]!, 'legal-review.min')
    }
    expect(edit('8')).toMatchObject({ value: 8, origin: 'local' })
    expect(edit('3')).toMatchObject({ value: 5, held: { value: 3 }, conflict: { value: 5 } })
  })

  test('rows that were not touched stay as they are', () => {
    const rows = shanghai.parameters.map((row) => typed(shanghai, row.key, {}))
    const { packs } = decide('edit-pack', { packHash: shanghaiHash, version: '2', rows })
    expect(packs![0]).toEqual({ ...shanghai, version: '2' })
    const national = nationalPack.parameters.map((row) => typed(nationalPack, row.key, {}))
    const copy = decide('edit-pack', { packHash: nationalHash, version: '2', rows: national })
    expect(copy.packs![0]).toEqual({ ...nationalPack, version: '2' })
  })

  test('every fault stands at its row', () => {
    const rows = [
      typed(nationalPack, 'legal-review.min', { value: '五' }),
      typed(nationalPack, 'legal-review.max', { title: '' }),
      typed(nationalPack, 'filing.deadline', { quote: '三十日', verification: 'memory' }),
    ]
    expect(decide('edit-pack', { packHash: nationalHash, version: '2', rows }).faults).toEqual([
      'rows.0.value not-number',
      'rows.1.title required',
      'rows.2.quote quote-unread',
    ])
  })

  test('not known and none are two things', () => {
    const edit = (state: 'none' | 'unknown') => {
      const rows = [typed(nationalPack, 'circulation.reply', { state })]
      return parameterIn(
        decide('edit-pack', { packHash: nationalHash, version: '2', rows }).packs![0]!,
        'circulation.reply',
      )
    }
    expect(edit('unknown')).toMatchObject({ known: false, value: null, sources: [] })
    expect(edit('none')).toMatchObject({ value: null, sources: [{ verification: 'practice' }] })
    expect(edit('none')?.known).toBeUndefined()
  })
})

describe('to confirm a rule', () => {
  const confirm = (rule: string, on = '2026-11-20') =>
    decide('confirm-pack-rule', { packHash: shanghaiHash, rule, by: '何主任', on })

  test('a parameter held back comes into force in a new version', () => {
    expect(parameterIn(shanghai, 'validity.max')).toMatchObject({ value: null, held: { value: 5 } })
    const [pack] = confirm('validity.max').packs!
    expect(pack).toMatchObject({
      version: '2026-11-23.1',
      confirmed: [{ rule: 'validity.max', by: '何主任', on: '2026-11-20' }],
    })
    expect(parameterIn(pack!, 'validity.max')).toMatchObject({ value: 5, unit: 'year', origin: 'local' })
  })

  test('not before the day and not a rule that the pack does not have', () => {
    expect(confirm('validity.max', '2026-12-01').refusal?.code).toBe('date-in-future')
    expect(confirm('made-up').refusal?.code).toBe('pack-rule-unknown')
  })
})

describe('to choose a pack', () => {
  test('for a unit that exists, from today at the earliest', () => {
    const choose = (unitId: string, from: string) => decide('choose-pack', { packHash: shanghaiHash, unitId, from })
    expect(choose('city', '2026-12-01').refusal).toBeUndefined()
    expect(choose('city', '2026-11-01').refusal?.code).toBe('date-in-past')
    expect(choose('nowhere', '2026-12-01').refusal?.code).toBe('unit-unknown')
  })

  test('not before its rules are law', () => {
    const [first, ...gates] = nationalPack.gates
    const coming = { ...nationalPack, version: 'coming', gates: [{ ...first!, since: '2027-03-01' }, ...gates] }
    const choose = (from: string) =>
      decide('choose-pack', { packHash: hashOf(coming), unitId: 'city', from }, known(coming)).refusal
    expect(choose('2027-02-28')).toEqual({
      code: 'pack-before-law',
      fields: { count: 1, since: '2027-03-01' },
      field: 'from',
    })
    expect(choose('2027-03-01')).toBeUndefined()
  })

  test('or to put one in force: none that leaves a path round what the law wants', () => {
    const gates = nationalPack.gates.filter(({ id }) => id !== 'party-report-before-issue')
    const weaker = { ...nationalPack, version: 'weaker', gates }
    const paths = [...pathsRound(weaker, [...registry.values()])]
    const put = decide('put-pack-in-force', { pack: JSON.stringify(weaker) }, undefined, paths).refusal
    expect(put).toMatchObject({ code: 'pack-goes-round', fields: { count: paths.length } })
    expect(put?.paths?.map(({ rule }) => rule)).toContain('decision-party-report')
    const choice = { packHash: hashOf(weaker), unitId: 'city', from: '2026-12-01' }
    expect(decide('choose-pack', choice, known(weaker), paths).refusal?.code).toBe('pack-goes-round')
    expect(registry.get('put-pack-in-force')!.explores!({ pack: JSON.stringify(weaker) } as never)).toEqual(weaker)
    expect(registry.get('put-pack-in-force')!.explores!({ pack: '{' } as never)).toBeNull()
  })

  test('a matter changes only to another pack that was in force', () => {
    const change = (packHash: string, packs = known(nationalPack, shanghai)) =>
      decide('change-pack', { packHash, reason: '本市规则包修订' }, packs).refusal?.code
    expect(change(shanghaiHash)).toBeUndefined()
    expect(change(nationalHash)).toBe('pack-same')
    const draft = known(shanghai)
    expect(change(shanghaiHash, { ...draft, stored: draft.stored.map((one) => ({ ...one, wasInForce: false })) })).toBe(
      'pack-not-in-force',
    )
  })
})

describe('to edit a step or a gate', () => {
  const gate = nationalPack.gates.find(({ id }) => id === 'review-before-deliberation') ?? nationalPack.gates[0]!
  const row = { ...typedFromGate(gate), packHash: nationalHash, version: '2', row: gate.id }

  test('a row that was not touched stays as it is, and one that was changed stands in its place', () => {
    expect(decide('edit-pack-row', row).packs![0]).toEqual({ ...nationalPack, version: '2' })
    const at = nationalPack.gates.indexOf(gate)
    expect(decide('edit-pack-row', { ...row, severity: 'warn' }).packs![0]!.gates[at]).toEqual({
      ...gate,
      severity: 'warn',
    })
  })

  test('a place adds its own row, which is kept when the copy is composed', () => {
    const own = { ...row, packHash: shanghaiHash, row: '', id: 'our-own-gate' }
    const { packs } = decide('edit-pack-row', own)
    expect(packs![0]!.gates.at(-1)).toMatchObject({ id: 'our-own-gate', requires: gate.requires })
    expect(packs![0]!.base).toEqual(shanghai.base)
  })

  test.each([
    ['a row of the base', { ...row, packHash: shanghaiHash }, 'pack-row-of-base', undefined],
    ['a code that another row has', { ...row, row: '' }, 'pack-row-taken', 'id'],
    ['a row that is not there', { ...row, row: 'nothing' }, 'pack-rule-unknown', undefined],
    ['a pack that is not there', { ...row, packHash: 'x' }, 'pack-unknown', undefined],
    [
      'a fact that nothing supplies',
      { ...row, requires: [{ depth: 0, kind: 'eq', fact: 'review.mood', value: 'true' }] },
      'pack-fact-unknown',
      'requires[0].fact',
    ],
    [
      'a place that is empty',
      { ...row, requires: [{ depth: 0, kind: 'atLeast', fact: 'rounds.presumed', value: '' }] },
      'condition-required',
      'requires[0].value',
    ],
  ])('%s is refused', (_, input, code, field) => {
    expect(decide('edit-pack-row', input).refusal).toMatchObject({ code, ...(field && { field }) })
  })

  test('a copy without a row keeps all others; a row of the base stays', () => {
    const remove = { packHash: nationalHash, version: '2', table: 'gates', row: gate.id }
    expect(decide('remove-pack-row', remove).packs![0]!.gates).toEqual(nationalPack.gates.filter((one) => one !== gate))
    expect(decide('remove-pack-row', { ...remove, packHash: shanghaiHash }).refusal?.code).toBe('pack-row-of-base')
    expect(decide('remove-pack-row', { ...remove, row: 'nothing' }).refusal?.code).toBe('pack-rule-unknown')
  })
})
