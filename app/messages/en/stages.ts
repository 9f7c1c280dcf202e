import type { Shape } from '../shape.ts'
import type zh from '../zh/stages.ts'

export default {
  received: 'Received',
  filed: 'Filed',
  opened: 'Opened',
  drafting: 'Drafting',
  circulating: 'In circulation',
  settling: 'Settling opinions',
  closing: 'Closing acts',
  submitted: 'Submitted',
  supplementing: 'Supplement asked',
  'under-review': 'Under legality review',
  reviewed: 'Reviewed',
  deliberating: 'In deliberation',
  'post-meeting': 'After the meeting',
  signing: 'To be signed',
  signed: 'Signed',
  numbered: 'Numbered',
  issued: 'Printed',
  published: 'Published',
  registered: 'In the register',
  rejected: 'Rejected',
  'not-normative': 'Not normative',
  'not-major': 'Not a major decision',
  withdrawn: 'Withdrawn',
  'left-for-party': 'Left for the Party channel',
} satisfies Shape<typeof zh>
