import type { Shape } from '../shape.ts'
import type zh from '../zh/kinds.ts'
import contract from './kinds/contract.ts'
import enforcementDecision from './kinds/enforcement-decision.ts'
import majorDecision from './kinds/major-decision.ts'
import normativeDocument from './kinds/normative-document.ts'

export default {
  choose: 'Kind of matter',
  of: {
    'normative-document': normativeDocument,
    'major-decision': majorDecision,
    contract,
    'enforcement-decision': enforcementDecision,
  },
} satisfies Shape<typeof zh>
