import { composePack } from '#app/domain/procedure/local-pack.ts'
import { type Pack, packHash } from '#app/domain/procedure/pack.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { hash } from '#test/support/play.ts'

/** The national pack and the local ones, complete. */
export const everyPack: readonly Pack[] = [
  nationalPack,
  ...localPacks.map((local) => {
    const composed = composePack(nationalPack, packHash(nationalPack, hash), local)
    if (!composed.ok) throw new Error(JSON.stringify(composed.error))
    return composed.value
  }),
]
