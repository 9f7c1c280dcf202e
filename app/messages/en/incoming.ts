import type { Shape } from '../shape.ts'
import type zh from '../zh/incoming.ts'

export default {
  title: 'Incoming papers',
  register: 'Register a paper',
  registered: 'Registered. Receipt number: {{number}}',
  list: 'Papers received',
  none: 'No paper has come in.',
  receivedOn: 'Received on',
  fields: {
    sender: 'Sender',
    title: 'Title',
    paperNumber: 'Number of the paper',
    paperDate: 'Date of the paper',
    files: 'Files',
    notSecret: 'The paper is not secret; this has been checked',
  },
} satisfies Shape<typeof zh>
