import type { Shape } from '../../shape.ts'
import type zh from '../../zh/kinds/contract.ts'

export default {
  name: 'Government contract',
  lead: 'Passes the legality desk only',
  points: {
    'contract-party': 'Whether the parties may conclude it, and the other side was looked into',
    'contract-powers': 'Whether it exceeds the powers of the signing body',
    'contract-content': 'Whether the content conforms to law and state policy',
    'contract-procedure': 'Whether procurement, tender, valuation and approval were gone through where due',
    'contract-interest': 'Whether it harms the state, the public or others',
    'contract-liability': 'Whether rights, duties, liability and disputes are settled clearly',
  },
  conclusions: {
    lawful: 'May be concluded',
    unlawful: 'Should not be concluded',
    revise: 'To be revised before it is concluded',
  },
} satisfies Shape<typeof zh>
