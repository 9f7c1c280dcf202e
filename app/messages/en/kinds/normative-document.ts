import type { Shape } from '../../shape.ts'
import type zh from '../../zh/kinds/normative-document.ts'

export default {
  name: 'Normative document',
  lead: 'The whole procedure from drafting to publication and filing',
  points: {
    maker: 'Whether the maker is lawful',
    competence: 'Whether it exceeds the maker’s powers',
    content: 'Whether the content conforms to law and state policy',
    'powers-created': 'Whether it unlawfully creates licences, penalties, coercion, levies or fees',
    'rights-reduced': 'Whether it reduces rights or adds duties without basis',
    'own-power': 'Whether it adds own powers or reduces own duties without basis',
    procedure: 'Whether the procedure was violated',
  },
  conclusions: {
    lawful: 'Lawful',
    unlawful: 'Unlawful',
    revise: 'To be revised',
  },
} satisfies Shape<typeof zh>
