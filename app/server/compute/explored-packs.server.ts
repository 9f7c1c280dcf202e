import type { Exploration, PathRound } from '#app/domain/exploration/report.ts'
import { composePack } from '#app/domain/procedure/local-pack.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { type Pack, packHash } from '#app/domain/procedure/pack.ts'
import { digest } from '../audit.server.ts'
import { type Computed, computed } from './computed.server.ts'

let supplied: ReadonlySet<string> | null = null

/** Packs that come with the system: test/domain/exploration/explore.test.ts explores them before they are delivered. */
function isSupplied(hash: string): boolean {
  if (supplied) return supplied.has(hash)
  const base = packHash(nationalPack, digest)
  const composed = localPacks.map((local) => composePack(nationalPack, base, local))
  supplied = new Set([base, ...composed.flatMap((one) => (one.ok ? [packHash(one.value, digest)] : []))])
  return supplied.has(hash)
}

/** The paths that a pack leaves open round what the law wants, looked for in a thread of its own. */
export async function pathsRoundIn(pack: Pack): Promise<readonly PathRound[]> {
  const hash = packHash(pack, digest)
  if (isSupplied(hash)) return []
  const made = await computed(JSON.stringify(['paths-round', hash]), () => ({ kind: 'paths-round' as const, pack }))
  if (made.state !== 'done') throw new Error('A task that is waited for has no result.')
  return made.value
}

/** Everything that the explorer says of a pack; after so many milliseconds it says how far it is. */
export const explorationOf = (pack: Pack, hash: string, patience: number): Promise<Computed<Exploration>> =>
  computed(JSON.stringify(['exploration', hash]), () => ({ kind: 'exploration' as const, pack }), patience)
