import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
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
