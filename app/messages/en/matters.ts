import type { Shape } from '../shape.ts'
import type zh from '../zh/matters.ts'

export default {
  title: 'Matters',
  partOnly: 'Matters in which this unit takes part',
  list: 'List of matters',
  none: 'No matter fits.',
  filter: { stage: 'Stage', words: 'Title or number', all: 'All', apply: 'Filter' },
  negatives: {
    title: 'Register of negatives',
    lead: 'Papers that were recognised as not being normative documents',
    none: 'Nothing registered.',
    by: 'Decided by',
    on: 'Decided on',
  },
  fields: {
    reasons: 'Reasons',
    exclusion: 'Kind of excluded paper',
  },
  recordOnly: 'Somebody else takes this step. You may record it for that person from paper: fill in the part “recorded for another” below.',
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
