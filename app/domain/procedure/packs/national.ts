import { type Pack, packSchema } from '../pack.ts'
import decisions from './major-decision.json' with { type: 'json' }
import desk from './legality-desk.json' with { type: 'json' }
import rules from './national.json' with { type: 'json' }
import parameters from './national-parameters.json' with { type: 'json' }

/**
 * The base pack, one value: rules of normative documents and of every matter, rules of major decisions (国令第713号), rules of what
 * only passes the legality desk, parameters.
 */
export const nationalPack: Pack = packSchema.parse({
  ...rules,
  steps: [...rules.steps, ...desk.steps],
  gates: [...rules.gates, ...decisions.gates, ...desk.gates],
  parameters,
})
