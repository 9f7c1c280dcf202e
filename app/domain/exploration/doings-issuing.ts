import type { Doing } from './doing.ts'

const published = {
  'publication.present': { to: true },
  'publication.on': 'some',
  'publication.proof': { to: true },
} as const

/** From the approval sheet to the register; for what only passes the legality desk, from its opinion to the archive. */
export const issuing: readonly Doing[] = [
  { act: 'issue-approval-sheet', sets: { 'sheet.present': { to: true }, 'sheet.fresh': { to: true } } },
  {
    act: 'sign-sheet',
    outcome: 'issuer',
    // What keeps a document from being issued whatever its pack says.
    needs: { all: [{ eq: ['sheet.present', true] }, { eq: ['ledger.open', 0] }] },
    to: ['signed'],
    sets: {
      'signature.present': { to: true },
      'signature.fresh': { to: true },
      'signature.on': 'some',
    },
  },
  { act: 'sign-sheet', outcome: 'other-rank', needs: { eq: ['sheet.present', true] }, sets: {} },
  { act: 'number-document', outcome: 'document', to: ['numbered'], sets: { 'number.document': 'some' } },
  { act: 'number-document', outcome: 'register', sets: { 'number.register': 'some' } },
  { act: 'void-number', outcome: 'document', to: ['signed'], sets: { 'number.document': { to: null } } },
  { act: 'void-number', outcome: 'register', sets: { 'number.register': { to: null } } },
  {
    act: 'issue-document',
    needs: { all: [{ present: 'number.document' }, { present: 'number.register' }] },
    to: ['issued'],
    sets: { 'issued.present': { to: true }, 'issued.fresh': { to: true } },
  },
  {
    act: 'publish',
    needs: { eq: ['matter.kind', 'normative-document'] },
    to: ['published'],
    // A document that is a major decision too is executed from now on.
    sets: { ...published, 'execution.state': 'any' },
  },
  {
    act: 'publish',
    needs: { eq: ['matter.kind', 'major-decision'] },
    to: ['published'],
    sets: { ...published, 'execution.state': 'some' },
  },
  { act: 'enter-register', to: ['registered'], sets: { 'register.entered': { to: true } } },
  { act: 'conclude-matter', to: ['concluded'], sets: { 'conclusion.present': { to: true } } },
  { act: 'archive-matter', to: ['archived'], sets: { 'archive.present': { to: true } } },
  { act: 'record-filing', sets: { 'filing.recorded': { to: true } } },
]
