import type { Shape } from '../shape.ts'
import type zh from '../zh/matters.ts'

export default {
  tabsLabel: 'Pages of the matter',
  tabs: {
    overview: 'Overview',
    draft: 'Draft',
    versions: 'Versions',
    circulation: 'Circulation',
    ledger: 'Opinions',
    closing: 'Closing acts',
    review: 'Legality review',
    deliberation: 'Deliberation',
    issue: 'Signature and issue',
    record: 'Record',
  },
  head: {
    holder: 'With {{unit}}, {{role}}: {{task}}',
    held: 'for {{count}} working days',
    held_one: 'for {{count}} working day',
    onwards: ' onwards',
    version: 'Version {{number}} ({{name}})',
  },
  columns: { title: 'Title', stage: 'Stage', lead: 'Drafting unit', holder: 'Held by', due: 'Due' },
  new: { title: 'Open a matter' },
  recordAct: 'Record: {{act}}',
} satisfies Shape<typeof zh>
