import type { TextKey } from '../texts.ts'
import type { DemoRound } from './types.ts'

/** Units whose heads do not sign in: their answers come as stamped letters. */
const byLetter = new Set([
  'market',
  'housing',
  'fire',
  'tax',
  'weather',
  'sign-makers',
  'linxi',
  'shuangtang',
  'shiqiao',
  'invest',
  'linxi-housing',
])

/** A round in which everyone answers in time and nobody wants a change. */
const quietRound = (matter: string, version: TextKey, consulted: string[], deadlineDays = 5): DemoRound => ({
  key: `${matter}-first`,
  matter,
  version,
  deadlineDays,
  consulted,
  answers: consulted.map((unit, index) => ({
    unit,
    kind: index % 3 === 0 ? 'agree' : 'no-objection',
    day: 1 + (index % deadlineDays),
    form: byLetter.has(unit) ? 'letter' : 'sent',
    opinions: [],
  })),
})

export const quietRounds: DemoRound[] = [
  quietRound('barbecue', 'barbecue-benchmark', ['market', 'environment', 'police', 'shuangtang']),
  quietRound('maintenance-fund', 'maintenance-fund', ['finance', 'reform', 'linxi', 'shuangtang']),
  quietRound('termite', 'termite-measures', ['market', 'finance', 'planning']),
  quietRound('termite-extension', 'extension-notice', ['finance', 'market']),
  quietRound('parking', 'parking-decision-proposal', ['police', 'housing', 'finance', 'market', 'urban', 'shuangtang']),
  quietRound('frost', 'frost-notice', ['weather', 'housing', 'transport', 'police', 'market'], 1),
  quietRound('elderly', 'elderly-facilities-notice', [
    'finance',
    'planning',
    'housing',
    'market',
    'fire',
    'linxi',
    'shuangtang',
  ]),
  quietRound('training-subsidy', 'training-subsidy', ['finance', 'education', 'civil']),
  quietRound('temporary-relief', 'temporary-relief', ['finance', 'education', 'labour', 'linxi', 'shuangtang']),
  quietRound('truck-access', 'truck-access', ['transport', 'urban', 'market', 'reform']),
  quietRound('construction-waste', 'construction-waste', [
    'housing',
    'environment',
    'planning',
    'transport',
    'police',
    'finance',
  ]),
  quietRound('alley-improvement', 'alley-improvement', ['north-gate', 'shuangtang-justice']),
  quietRound('heating', 'heating-service', ['reform', 'market', 'finance']),
  quietRound('public-toilets', 'public-toilets', ['finance', 'planning', 'disabled', 'shuangtang']),
  quietRound('night-market', 'night-market', ['market', 'environment', 'police', 'fire', 'transport', 'shuangtang']),
  quietRound('tree-adoption', 'tree-adoption', ['finance', 'planning', 'shuangtang']),
  quietRound('market-fees', 'market-fees-notice', ['reform', 'urban', 'fire', 'linxi', 'shuangtang']),
]
