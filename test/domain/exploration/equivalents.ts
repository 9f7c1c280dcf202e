/** Mutants under which no act is done otherwise, by row and by what was changed in it, each with the reason. */
export type Excuse = {
  rows: readonly string[]
  /** Absent: every change of the row. */
  changes?: readonly string[]
  reason: string
}

const negatedRegimes = [
  'appliesWhen negated',
  'appliesWhen /any.0/not flipped',
  'appliesWhen /any.1/all.1 flipped',
] as const
const negatedNormative = ['appliesWhen negated', 'appliesWhen /not flipped'] as const

export const excuses: readonly Excuse[] = [
  {
    rows: [
      'gate facts-follow-text',
      'gate public-comment-covers-burdens',
      'gate hearing-notice',
      'gate openness-follows-text',
      'gate adaptation-decided',
      'gate alternatives-when-disputed',
      'gate dissenting-experts-sought',
      'gate expert-appraisal-covers-draft',
      'gate risk-assessment-covers-draft',
      'gate everyone-speaks',
    ],
    reason: 'The gate only warns: every act that can be done with it can be done without it.',
  },
  {
    rows: ['gate legality-opinion-before-meeting'],
    changes: ['removed', ...negatedNormative],
    reason:
      'A topic is proposed in the stage after review, which an issued opinion alone reaches; what the opinion says is asked beside it.',
  },
  {
    rows: ['gate reviewed-before-discussion'],
    changes: ['removed', 'appliesWhen negated', 'appliesWhen /all.1 flipped'],
    reason:
      'A topic is proposed in the stage after review, which an issued opinion alone reaches; what the opinion says is asked beside it.',
  },
  {
    rows: ['gate contract-reviewed', 'gate enforcement-reviewed'],
    changes: ['removed'],
    reason: 'A matter is concluded in the stage after review, which an issued opinion alone reaches.',
  },
  {
    rows: ['gate passed-before-signature'],
    changes: ['removed', ...negatedRegimes],
    reason: 'The stage of signing is reached by minutes that passed the text, or by a check after such minutes.',
  },
  {
    rows: ['gate within-minutes'],
    changes: ['removed', ...negatedRegimes],
    reason:
      'What goes beyond the minutes is among the changes that post-meeting-checked wants checked, and the check refuses it.',
  },
  {
    rows: ['gate signature-before-number', 'gate signature-before-publication'],
    changes: ['removed', ...negatedRegimes, 'requires / without reopening'],
    reason:
      'Numbering and printing begin in stages that a signature alone reaches; an edit of substance after it leads back before it.',
  },
  {
    rows: ['gate numbers-before-issue'],
    changes: ['removed', ...negatedNormative],
    reason: 'The act of printing asks for both numbers by itself.',
  },
  {
    rows: ['gate proof-before-register'],
    changes: ['removed', ...negatedNormative],
    reason: 'The act of publishing takes nothing without a proof, and the register is entered only after it.',
  },
  {
    rows: ['gate adoption-explained'],
    changes: ['removed', 'appliesWhen negated', 'appliesWhen /all.1 flipped', 'appliesWhen /all.2 flipped'],
    reason: 'Of every matter openness-before-publication asks for the interpretation before the same acts.',
  },
  {
    rows: ['gate party-report-before-meeting'],
    changes: ['removed', 'requires negated', 'appliesWhen /all.1 flipped', 'requires / flipped'],
    reason:
      'The parameter party-report.order of this pack does not say before the meeting, so that the gate applies to nothing.',
  },
]
