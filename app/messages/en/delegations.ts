import type { Shape } from '../shape.ts'
import type zh from '../zh/delegations.ts'

export default {
  title: 'Delegation',
  hint: 'While you are away, somebody of your unit with the same or a like role can sit at the desk of this post. What he does says so in every record. A seat in a meeting does not go with the desk, and nobody who drafts comes to review by it.',
  nobody: 'Nobody in the unit can sit at this desk.',
  none: 'No delegations.',
  list: 'Desks handed over',
  post: 'Post',
  by: 'By',
  to: 'To',
  from: 'From',
  until: 'Until',
  reason: 'Reason',
  end: 'Act',
  over: 'Ended',
} satisfies Shape<typeof zh>
