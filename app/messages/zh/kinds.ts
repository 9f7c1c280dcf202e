import contract from './kinds/contract.ts'
import enforcementDecision from './kinds/enforcement-decision.ts'
import majorDecision from './kinds/major-decision.ts'
import normativeDocument from './kinds/normative-document.ts'

/** Words of the kinds of matter: one file a kind. */
export default {
  choose: '事项种类',
  of: {
    'normative-document': normativeDocument,
    'major-decision': majorDecision,
    contract,
    'enforcement-decision': enforcementDecision,
  },
}
