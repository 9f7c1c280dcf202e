import type { Shape } from '../shape.ts'
import type zh from '../zh/kinds.ts'

export default {
  choose: 'Kind of matter',
  names: {
    'normative-document': 'Normative document',
    'major-decision': 'Major administrative decision',
    contract: 'Government contract',
    'enforcement-decision': 'Major enforcement decision',
  },
  leads: {
    'normative-document': 'The whole procedure from drafting to publication and filing',
    'major-decision': 'The whole procedure from initiation to publication, execution and evaluation',
    contract: 'Passes the legality desk only',
    'enforcement-decision': 'Passes the legality desk only',
  },
} satisfies Shape<typeof zh>
