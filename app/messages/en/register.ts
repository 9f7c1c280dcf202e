import type { Shape } from '../shape.ts'
import type zh from '../zh/register.ts'

export default {
  title: 'Register of normative documents',
  list: 'Documents in the register',
  sheet: 'Download spreadsheet (.xlsx)',
  ends: 'In force until',
  state: 'Validity',
  matter: 'Matter',
  openMatter: 'Open the matter',
  readings: 'Two readings:',
  printedFor: 'Validity as of {{date}}',
  changes: {
    title: 'Changes of upper law',
    lead: 'The clauses listed cite provisions that were amended, renumbered or repealed after the clause was written, or that will be. Computed from the law library; whether a change is needed is for the drafting unit to say.',
    none: 'No document is touched by a change of upper law.',
    more: 'Only the {{count}} latest documents were looked into.',
    atWork: 'Draft at work',
    open: 'Read the document',
    link: 'Changes of upper law',
    look: 'Look for clauses that a change of upper law touches',
    count: 'Documents touched by changes of upper law: {{count}}',
  },
} satisfies Shape<typeof zh>
