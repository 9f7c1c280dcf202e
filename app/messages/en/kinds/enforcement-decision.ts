import type { Shape } from '../../shape.ts'
import type zh from '../../zh/kinds/enforcement-decision.ts'

export default {
  name: 'Major enforcement decision',
  lead: 'Passes the legality desk only',
  points: {
    'enforcement-agency': 'Whether the agency is lawful and its officers qualified',
    'enforcement-procedure': 'Whether the procedure is lawful',
    'enforcement-facts': 'Whether the facts are clear, the evidence lawful and sufficient',
    'enforcement-law': 'Whether the law is applied correctly and discretion used properly',
    'enforcement-powers': 'Whether it exceeds the agency’s powers',
    'enforcement-papers': 'Whether the papers are complete and in form',
    'enforcement-crime': 'Whether it may be a crime to be handed to the judiciary',
  },
  conclusions: {
    lawful: 'Passed',
    unlawful: 'Not passed',
    revise: 'Returned with suggestions',
  },
} satisfies Shape<typeof zh>
