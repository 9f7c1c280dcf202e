import type { Shape } from '../shape.ts'
import type zh from '../zh/publication.ts'

export default {
  title: 'Published documents',
  intro: 'Published normative documents with their interpretation, proof of publication, and validity as their own clauses state it.',
  all: 'List of documents',
  nothing: 'No document matches.',
  interpretation: 'Interpretation',
  proof: 'Proof of publication',
  gazette: 'Gazette issue',
  address: 'Address on the portal',
  files: 'Files published with it',
  issuer: 'Issuer',
  carrier: 'Kind of document',
  signatory: 'Signed by',
  repealedOn: 'Repealed from',
  statusOn: 'Validity on {{date}}:',
  dates: { passedOn: 'Passed in the meeting', writtenOn: 'Date of the document', printedOn: 'Printed', publishedOn: 'Published', effectiveOn: 'In force from' },
  states: {
    'in-force': 'In force', 'not-yet': 'Not yet in force', 'readings-differ': 'Two readings differ', ended: 'Term has ended', repealed: 'Repealed',
    'not-stated': 'First day not stated', 'not-entered': 'Published, not yet in the register',
  },
  readings: {
    stated: '(date written in the clause)', 'on-publication': '(from the day of publication)', 'after-publication': '(when a period after publication has passed)', 'not-stated': '(no clause says it)',
    'end-stated': '(date written in the clause)', 'end-anniversary': '(read as ending on the same date)', 'end-day-before': '(read as ending on the day before the same date)',
  },
  validity: {
    title: 'Validity', effective: 'In force from', end: 'In force until', repeals: 'Repeals', noEnd: 'The text does not state a term',
    alternative: 'The other reading:', confirmed: ' (confirmed)', unconfirmed: 'The term has two readings, and neither has been confirmed.',
    notEntered: 'Not yet in the register; this is read from the words of the text.',
  },
  clauses: { effective: 'Entry into force', end: 'Term', trial: 'Trial', repeal: 'Repeal', interpreter: 'Power to interpret', place: 'Clause' },
  filter: { label: 'Find published documents', words: 'Title or number', on: 'Validity on', state: 'Validity', all: 'All', clear: 'Clear' },
} satisfies Shape<typeof zh>
