import type { Shape } from '../shape.ts'
import type zh from '../zh/register.ts'

export default {
  title: 'Register of normative documents',
  list: 'Documents in the register',
  csv: 'Download as CSV',
  ends: 'In force until',
  state: 'Validity',
  matter: 'Matter',
  openMatter: 'Open the matter',
  readings: 'Two readings:',
  printedFor: 'Validity as of {{date}}',
} satisfies Shape<typeof zh>
