import { type LocalPack, localPackSchema } from '../local-pack.ts'
import beijing from './beijing.json' with { type: 'json' }
import county from './county.json' with { type: 'json' }
import guangdong from './guangdong.json' with { type: 'json' }
import shandong from './shandong.json' with { type: 'json' }
import shanghai from './shanghai.json' with { type: 'json' }
import zhejiang from './zhejiang.json' with { type: 'json' }

/** Packs to begin from: each row a rule of the place with its source, or "not known". Nobody of the place has confirmed them. */
export const localPacks: readonly LocalPack[] = [beijing, shanghai, shandong, zhejiang, guangdong, county].map((pack) =>
  localPackSchema.parse(pack),
)
