import { expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { allConfirmed, findingsOf } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import type { Finding } from '#app/domain/exploration/report.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import equivalents from './equivalents.json' with { type: 'json' }
import { mutantsOf } from './mutants.ts'
import { everyPack } from './packs.ts'

const acts = [...registry.values()]
const known = remembering()
const kinds = ['normative-document'] as const

const told = (finding: Finding) =>
  [finding.code, finding.rule, 'act' in finding ? finding.act : '', 'missing' in finding ? finding.missing : ''].join(
    ' ',
  )

/** The first thing that is wrong with a pack and was not wrong before; `undefined` where nothing is. */
function reported(pack: Pack, before: ReadonlySet<string>): string | undefined {
  for (const finding of findingsOf(allConfirmed(pack), acts, known, kinds))
    if (!before.has(told(finding))) return told(finding)
}

const excused = equivalents.flatMap(({ mutants }) => mutants)

test.each(everyPack.map((pack) => [pack.id, pack] as const))(
  'every row of %s that is removed, negated, flipped or loosened is reported, or is excused with its reason',
  (_, pack) => {
    const before = new Set([...findingsOf(allConfirmed(pack), acts, known, kinds)].map(told))
    const mutants = mutantsOf(pack)
    const alive = mutants.filter((mutant) => reported(mutant.pack, before) === undefined).map(({ name }) => name)
    console.info(
      `${pack.id}: ${mutants.length} mutants, ${mutants.length - alive.length} reported, ${alive.length} excused`,
    )
    expect(alive.toSorted()).toEqual(excused.toSorted())
  },
)

test('no reason is given without words, none twice', () => {
  expect(equivalents.filter(({ reason }) => reason.length < 40)).toEqual([])
  expect(new Set(excused).size).toBe(excused.length)
})
