import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack as pack } from '#app/domain/procedure/packs/national.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { roles } from '#app/domain/access/roles.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { evidenceSteps } from '#app/domain/matter/records.ts'
import { factsIn, parameterFact } from '#app/domain/procedure/condition.ts'
import { packHash } from '#app/domain/procedure/pack.ts'
import { regimeFact, regimes } from '#app/domain/procedure/regimes.ts'
import zh from '#app/messages/zh.ts'

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const known = new Set([
  ...Object.keys(factsFor({ id: 'm', revision: 0, records: [] }, '2026-11-22', new Map())),
  ...pack.parameters.map(({ key }) => parameterFact(key)),
  ...regimes.map(regimeFact),
])

test('every rule looks only at facts that exist', () => {
  const used = [
    ...pack.steps.flatMap((step) => [...(step.appliesWhen ? factsIn(step.appliesWhen) : []), ...factsIn(step.metWhen)]),
    ...pack.gates.flatMap((gate) => [
      ...(gate.appliesWhen ? factsIn(gate.appliesWhen) : []),
      ...factsIn(gate.requires),
      ...(gate.shows ?? []),
    ]),
  ]
  expect(used.filter((fact) => !known.has(fact))).toEqual([])
})

test('every placeholder of what is missing is a fact that the rule looked at', () => {
  const strays = pack.gates.flatMap((gate) => {
    const looked = new Set([
      ...(gate.appliesWhen ? factsIn(gate.appliesWhen) : []),
      ...factsIn(gate.requires),
      ...(gate.shows ?? []),
    ])
    return [...`${gate.missing.zh}${gate.missing.en}`.matchAll(/\{([\w.-]+?)(?: - ([\w.-]+))?\}/g)]
      .flatMap(([, fact, less]) => (less ? [fact!, less] : [fact!]))
      .filter((fact) => !looked.has(fact) && !known.has(fact))
      .map((fact) => `${gate.id}: ${fact}`)
  })
  expect(strays).toEqual([])
})

test('every gate stands before acts that exist, and every step is met by an act or by evidence', () => {
  expect(pack.gates.flatMap((gate) => gate.acts).filter((act) => !registry.has(act))).toEqual([])
  expect(
    pack.steps
      .filter(
        (step) =>
          !(step.act && registry.has(step.act)) &&
          !(step.evidence && (evidenceSteps as readonly string[]).includes(step.evidence)),
      )
      .map((step) => step.id),
  ).toEqual([])
})

test('every desk is a role that exists and has a word', () => {
  const desks = pack.gates.flatMap((gate) => (gate.desk ? [gate.desk.role] : []))
  expect(desks.filter((role) => !(roles as readonly string[]).includes(role) || !(role in zh.roles))).toEqual([])
})

test('a quotation is only given where the text was read', () => {
  const sources = [...pack.parameters, ...pack.steps, ...pack.gates].flatMap((rule) => rule.sources)
  expect(sources.filter((source) => source.quote && source.verification !== 'verified')).toEqual([])
})

/** Laws of which the rules here were read in a text that does not say since when each article has been as it is, or from memory alone. */
const undated = [
  '规章制定程序条例',
  '市县法治政府建设示范指标体系',
  '市场监管总局关于规范市场监督管理行政处罚裁量权的指导意见',
  '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
  '上海市人民代表大会常务委员会规范性文件备案审查条例',
  '山东省行政程序规定',
  '广东省行政规范性文件管理规定',
  '浙江省行政规范性文件管理办法',
]

test('every rule of law says since when it has been law, or rests on a text of which nobody here knows', () => {
  const rows = [pack, ...localPacks].flatMap(({ parameters, steps, gates }) => [...parameters, ...steps, ...gates])
  const silent = rows.filter(({ since, sources }) => !since && sources[0] && sources[0].verification !== 'practice')
  expect([...new Set(silent.map(({ sources }) => sources[0]!.title))].sort()).toEqual([...undated].sort())
})

test('the hash does not depend on the order of members', () => {
  const turned = JSON.parse(JSON.stringify(pack, Object.keys(pack).reverse().concat(allKeys(pack))))
  expect(packHash(turned, hash)).toBe(packHash(pack, hash))
})

function allKeys(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(allKeys)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([key, inner]) => [key, ...allKeys(inner)])
    .reverse()
}
