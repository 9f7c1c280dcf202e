import type zh from '../zh/certificate.ts'
import type { Shape } from '../shape.ts'

export default {
  title: 'Procedure certificate',
  what: 'The procedure certificate holds the facts that were used, the rule pack, the evidence with its dates, the computation of every gate, the hashes of all records and versions, and their place in the audit chain. Whoever has the file can check it without this system.',
  withheld:
    'Records that are not open to every unit with a part in the matter (answers, the record of the meeting, opinions of the review) are in it by their hash, without their words.',
  download: 'Download the procedure certificate (JSON)',
  read: 'Read and print it here',
  asOf: 'As of',
  states: { met: 'Met', exempt: 'Shortened or exempt by rule', missing: 'Not met', warned: 'A hint, does not block' },
  arithmetic: 'Computation',
  span: {
    calendarDays: ' ({{from}} to {{to}}, calendar days, the first not counted)',
    workingDays: ' ({{from}} to {{to}}, working days, the first not counted)',
  },
  atLeast: '; rule: at least {{bound}}',
  atMost: '; rule: at most {{bound}}',
  exemption: 'Ground: {{ground}}; approved by: {{approver}}',
  asked: 'Events that asked it',
  notApplicable: '{{count}} more do not apply to this matter.',
  evidence: 'Evidence',
  record: 'Record',
  document: 'Paper',
  period: 'Period',
  fileHashes: 'Hashes of files',
  records: '{{all}} records, {{withheld}} of them by their hash alone.',
  head: 'Newest event of the chain (no. {{seq}})',
  root: 'Root over all events',
  publicKey: 'Public key of this system',
  keyTitle: 'Public key',
  keyWhat:
    'Procedure certificates of this system are signed with this key. Check them with the public key from this page, by its fingerprint, and not with one that came along with a certificate.',
  fingerprint: 'Fingerprint (SHA-256)',
  downloadKey: 'Download the public key (PEM)',
  check: 'How to check',
  checkWhat: 'On any computer with this software, without a database and without a network:',
  noKey: 'This system has no key that it can sign with; its certificates are not signed.',
} satisfies Shape<typeof zh>
