import { type Pack, packSchema } from '../pack.ts'
import rules from './national.json' with { type: 'json' }
import parameters from './national-parameters.json' with { type: 'json' }

/** The base pack: steps and gates in one file, parameters in another, one value. */
export const nationalPack: Pack = packSchema.parse({ ...rules, parameters })
