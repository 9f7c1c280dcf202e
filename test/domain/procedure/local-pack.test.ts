import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  composePack,
  confirmRule,
  type LocalPack,
  type LocalRow,
  localPartOf,
} from '#app/domain/procedure/local-pack.ts'
import { type Pack, packHash, packSchema, parameterIn, parameterOf } from '#app/domain/procedure/pack.ts'
import { type Parameter, typeOf } from '#app/domain/procedure/parameter.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { isWithin } from '#app/domain/procedure/strictness.ts'

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const baseHash = packHash(nationalPack, hash)
const keys = nationalPack.parameters.map(({ key }) => key)

const unknown = (key: string): LocalRow => ({ key, known: false, value: null, sources: [] })
const read: LocalRow['sources'] = [{ title: '清宁市规范性文件管理规定', verification: 'verified' }]
const remembered: LocalRow['sources'] = [{ title: '清宁市规范性文件管理规定', verification: 'memory' }]

const local = (rows: LocalRow[], confirmed: LocalPack['confirmed'] = []): LocalPack => ({
  format: 1,
  id: 'qingning',
  version: '1',
  name: { zh: '清宁市规则包', en: 'Pack of Qingning' },
  jurisdiction: '清宁市',
  base: { id: 'national', version: nationalPack.version },
  confirmed,
  parameters: keys.map((key) => rows.find((row) => row.key === key) ?? unknown(key)),
  steps: [],
  gates: [],
})

function composed(part: LocalPack): Pack {
  const result = composePack(nationalPack, baseHash, part)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const row = (pack: Pack, key: string) => parameterIn(pack, key)!
const by = { by: '何主任', on: '2026-11-20' }

describe('one row', () => {
  test('a longer period of public comment is the local rule', () => {
    const pack = composed(local([{ key: 'public-comment.market', value: 45, unit: 'calendar-day', sources: read }]))
    expect(row(pack, 'public-comment.market')).toMatchObject({ value: 45, origin: 'local' })
    expect(row(pack, 'public-comment.market').conflict).toBeUndefined()
  })

  test('a shorter one is kept in conflict with the regulation, which stays in force', () => {
    const pack = composed(local([{ key: 'public-comment.market', value: 20, unit: 'calendar-day', sources: read }]))
    expect(row(pack, 'public-comment.market')).toMatchObject({
      value: 30,
      origin: 'base',
      held: { value: 20, sources: read },
      conflict: { value: 30, sources: [{ title: '优化营商环境条例', locus: '第六十二条' }] },
    })
  })

  test('confirmed by name and date it is in force and still says with what it is in conflict', () => {
    const rule = { rule: 'public-comment.market', ...by }
    const rows: LocalRow[] = [{ key: 'public-comment.market', value: 20, unit: 'calendar-day', sources: read }]
    const pack = composed(local(rows, [rule]))
    expect(parameterOf(pack, 'public-comment.market')).toBe(20)
    expect(row(pack, 'public-comment.market').conflict).toMatchObject({ value: 30 })
    expect(confirmRule(composed(local(rows)), rule)).toEqual(pack)
  })

  test('working days are never taken for calendar days without a calendar', () => {
    const inDays = (value: number, unit: 'working-day' | 'calendar-day') =>
      row(composed(local([{ key: 'public-comment.market', value, unit, sources: read }])), 'public-comment.market')
    expect(inDays(30, 'working-day')).toMatchObject({ value: 30, unit: 'working-day', origin: 'local' })
    const general = { key: 'public-comment.general', value: 10, unit: 'calendar-day' as const, sources: read }
    // Ten calendar days can hold fewer than seven working days: 1 to 8 October.
    expect(row(composed(local([general])), 'public-comment.general')).toMatchObject({ value: 7, held: { value: 10 } })
  })

  test('a list that may only grow keeps what the base names', () => {
    const makers = (value: string[]) =>
      row(composed(local([{ key: 'makers.excluded', value, sources: read }])), 'makers.excluded')
    expect(makers(['内设机构', '议事协调机构'])).toMatchObject({ origin: 'local' })
    expect(makers(['议事协调机构'])).toMatchObject({ value: ['内设机构'], conflict: { value: ['内设机构'] } })
  })

  test('a rule from memory waits for its confirmation, also where the base sets nothing', () => {
    const rows: LocalRow[] = [{ key: 'validity.max', value: 5, unit: 'year', sources: remembered }]
    expect(row(composed(local(rows)), 'validity.max')).toMatchObject({ value: null, held: { value: 5 } })
    expect(parameterOf(composed(local(rows, [{ rule: 'validity.max', ...by }])), 'validity.max')).toBe(5)
  })

  test('not known is neither absent nor none: the base rule stands and says so', () => {
    expect(row(composed(local([])), 'circulation.reply')).toMatchObject({ value: 7, origin: 'base' })
    const none = composed(local([{ key: 'circulation.reply', value: null, sources: read }]))
    expect(row(none, 'circulation.reply')).toMatchObject({ value: null, origin: 'local' })
    expect(row(none, 'circulation.reply').known).toBeUndefined()
  })
})

describe('what is refused', () => {
  test('a base of another version, a key left out, a key too many, a rule of the base replaced', () => {
    const part = local([])
    expect(composePack(nationalPack, baseHash, { ...part, base: { id: 'national', version: '2019' } })).toMatchObject({
      error: { code: 'base-differs' },
    })
    expect(composePack(nationalPack, baseHash, { ...part, parameters: part.parameters.slice(1) })).toMatchObject({
      error: { code: 'key-missing', rule: keys[0] },
    })
    const stray = [...part.parameters, unknown('made.up')]
    expect(composePack(nationalPack, baseHash, { ...part, parameters: stray })).toMatchObject({
      error: { code: 'key-unknown', rule: 'made.up' },
    })
    const gates = [nationalPack.gates[0]!]
    expect(composePack(nationalPack, baseHash, { ...part, gates })).toMatchObject({ error: { code: 'rule-replaced' } })
  })
})

describe('any local pack', () => {
  const valueFor = (base: Parameter): fc.Arbitrary<LocalRow['value']> => {
    const type = typeOf(base)
    if (type === 'number') return fc.nat(60)
    if (type === 'yes-no') return fc.boolean()
    if (type === 'list') return fc.subarray(['内设机构', '条例', '法', '备案报告', '文本', '说明', '合法', '不合法'])
    if (type === 'table') return fc.constant([{ tier: '一般', from: 0, to: 100 }])
    return fc.constantFrom('both', 'office')
  }
  const rowFor = (base: Parameter): fc.Arbitrary<LocalRow> =>
    fc.oneof(
      fc.constant(unknown(base.key)),
      fc.constant({ key: base.key, value: null, sources: read }),
      fc.record({
        key: fc.constant(base.key),
        value: valueFor(base),
        ...(typeOf(base) === 'number' && {
          unit: fc.constantFrom('working-day' as const, 'calendar-day' as const, 'month' as const, 'year' as const),
        }),
        sources: fc.constantFrom(read, remembered),
      }),
    )
  const anyLocal = fc
    .tuple(fc.tuple(...nationalPack.parameters.map(rowFor)), fc.subarray(keys))
    .map(([rows, confirmed]) =>
      local(
        rows as LocalRow[],
        confirmed.map((rule) => ({ rule, ...by })),
      ),
    )

  test('is never laxer than a floor, a ceiling or a list of the base unless somebody confirmed it', () => {
    fc.assert(
      fc.property(anyLocal, (part) => {
        const confirmed = new Set(part.confirmed.map(({ rule }) => rule))
        const laxer = composed(part).parameters.filter(
          (each) => !confirmed.has(each.key) && !isWithin(each, row(nationalPack, each.key)),
        )
        expect(laxer).toEqual([])
      }),
    )
  })

  test('holds nothing that nobody read unless somebody confirmed it, and loses no local value', () => {
    fc.assert(
      fc.property(anyLocal, (part) => {
        const pack = composed(part)
        const confirmed = new Set(part.confirmed.map(({ rule }) => rule))
        for (const given of part.parameters) {
          const found = row(pack, given.key)
          if (given.known === false) expect(found.value).toEqual(row(nationalPack, given.key).value)
          else expect((found.held ?? found).value).toEqual(given.value)
          if (found.origin === 'local' && given.sources === remembered) expect(confirmed.has(given.key)).toBe(true)
        }
      }),
    )
  })

  test('passes the schema of packs, and its local part composes to it again', () => {
    fc.assert(
      fc.property(anyLocal, (part) => {
        const pack = composed(part)
        expect(packSchema.safeParse(pack).error?.issues ?? []).toEqual([])
        expect(composed(localPartOf(pack, nationalPack))).toEqual(pack)
      }),
    )
  })

  test('confirmed afterwards is the same as confirmed from the beginning', () => {
    fc.assert(
      fc.property(anyLocal, fc.constantFrom(...keys), (part, rule) => {
        const others = part.confirmed.filter((one) => one.rule !== rule)
        const before = composed({ ...part, confirmed: others })
        const after = composed({ ...part, confirmed: [...others, { rule, ...by }] })
        expect(confirmRule(before, { rule, ...by })).toEqual(after)
      }),
    )
  })
})

describe('the packs that come with the system', () => {
  test.each(localPacks.map((pack) => [pack.id, pack] as const))('%s lists every key and composes', (_, pack) => {
    expect(pack.parameters.map(({ key }) => key).sort()).toEqual([...keys].sort())
    expect(packSchema.safeParse(composed(pack)).error?.issues ?? []).toEqual([])
  })

  test('every row has a source with a title or is not known', () => {
    const bare = localPacks.flatMap(({ id, parameters }) =>
      parameters.filter((each) => each.known !== false && each.sources.length === 0).map(({ key }) => `${id} ${key}`),
    )
    expect(bare).toEqual([])
  })

  test('a quotation is only given where the text was read', () => {
    const sources = localPacks.flatMap(({ parameters }) => parameters.flatMap((each) => each.sources))
    expect(sources.filter((source) => source.quote && source.verification !== 'verified')).toEqual([])
  })

  test('Beijing gives businesses thirty days to adapt', () => {
    const pack = composed(localPacks.find(({ id }) => id === 'beijing')!)
    expect(row(pack, 'implementation.adaptation')).toMatchObject({
      value: 30,
      unit: 'calendar-day',
      sources: [{ title: '北京市优化营商环境条例', locus: '第七十四条' }],
    })
  })

  test('what is known of Guangdong from memory only is held back', () => {
    const pack = composed(localPacks.find(({ id }) => id === 'guangdong')!)
    expect(row(pack, 'validity.max')).toMatchObject({ value: null, held: { value: 5, unit: 'year' } })
  })

  test('keys of parameters and ids of rules are told apart', () => {
    const ids = new Set([...nationalPack.steps, ...nationalPack.gates].map(({ id }) => id))
    expect(keys.filter((key) => ids.has(key))).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
