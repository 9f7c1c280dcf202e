import type { Shape } from '../../shape.ts'
import type zh from '../../zh/kinds/major-decision.ts'

export default {
  name: 'Major administrative decision',
  lead: 'The whole procedure from initiation to publication, execution and evaluation',
  points: {
    competence: 'Whether the decision is within the legal powers',
    procedure: 'Whether the draft went through the legal procedure',
    content: 'Whether the content conforms to law and state policy',
  },
  conclusions: {
    lawful: 'Lawful',
    unlawful: 'Unlawful',
    revise: 'To be revised',
  },
} satisfies Shape<typeof zh>
