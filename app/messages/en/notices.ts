import type zh from '../zh/notices.ts'
import type { Shape } from '../shape.ts'

export default {
  title: 'Notices',
  unread: 'Not read',
  unreadCount: '{{count}} not read',
  none: 'No notices.',
  own: 'Yours',
  standing: 'Deadline',
  address: 'E-mail address',
  addressHint: 'Empty: notices in the workbench only. Mail says how many matters wait, never which.',
  noMail: 'No mail server is set: notices are given in the workbench only.',
  delegated: '{{by}} hands you the desk of “{{post}}” from {{from}} to {{to}}. Reason: {{reason}}',
  kind: { 'daily-list': 'Daily list', urged: 'Urged', delegated: 'Delegation' },
  moment: {
    before: '{{count}} working days left',
    on: 'Due today',
    after: '{{count}} working days overdue',
  },
  rung: {
    unit: 'Overdue: told to the head of the unit',
    office: "Overdue: told to the government's office",
    government: 'Overdue: told to the deputy in charge',
  },
  card: { yellow: 'Yellow card', red: 'Red card' },
  mail: {
    subject: {
      'daily-list': 'Wenheng {{day}}: {{count}} matters wait',
      urged: 'Wenheng {{day}}: you are urged',
      delegated: 'Wenheng {{day}}: a desk is handed to you',
    },
    body: 'Please sign in to Wenheng: {{url}}',
  },
} satisfies Shape<typeof zh>
