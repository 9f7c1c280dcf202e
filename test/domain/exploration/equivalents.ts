/** Mutants that the explorer does not report, by row and by what was changed in it, each with the reason. */
export type Excuse = {
  /** `equivalent`: no act is done otherwise. `unmeasured`: the list of steps says less or more than the law, and no act waits for it. */
  kind: 'equivalent' | 'unmeasured'
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
    kind: 'equivalent',
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
    kind: 'equivalent',
    rows: ['gate legality-opinion-before-meeting'],
    changes: ['removed', ...negatedNormative],
    reason:
      'A topic is proposed in the stage after review, which an issued opinion alone reaches; what the opinion says is asked beside it.',
  },
  {
    kind: 'equivalent',
    rows: ['gate reviewed-before-discussion'],
    changes: ['removed', 'appliesWhen negated', 'appliesWhen /all.1 flipped'],
    reason:
      'A topic is proposed in the stage after review, which an issued opinion alone reaches; what the opinion says is asked beside it.',
  },
  {
    kind: 'equivalent',
    rows: ['gate contract-reviewed', 'gate enforcement-reviewed'],
    changes: ['removed'],
    reason: 'A matter is concluded in the stage after review, which an issued opinion alone reaches.',
  },
  {
    kind: 'equivalent',
    rows: ['gate passed-before-signature'],
    changes: ['removed', ...negatedRegimes],
    reason: 'The stage of signing is reached by minutes that passed the text, or by a check after such minutes.',
  },
  {
    kind: 'equivalent',
    rows: ['gate within-minutes'],
    changes: ['removed', ...negatedRegimes],
    reason:
      'What goes beyond the minutes is among the changes that post-meeting-checked wants checked, and the check refuses it.',
  },
  {
    kind: 'equivalent',
    rows: ['gate signature-before-number', 'gate signature-before-publication'],
    changes: ['removed', ...negatedRegimes, 'requires / without reopening'],
    reason:
      'Numbering and printing begin in stages that a signature alone reaches; an edit of substance after it leads back before it.',
  },
  {
    kind: 'equivalent',
    rows: ['gate numbers-before-issue'],
    changes: ['removed', ...negatedNormative],
    reason: 'The act of printing asks for both numbers by itself.',
  },
  {
    kind: 'equivalent',
    rows: ['gate proof-before-register'],
    changes: ['removed', ...negatedNormative],
    reason: 'The act of publishing takes nothing without a proof, and the register is entered only after it.',
  },
  {
    kind: 'equivalent',
    rows: ['gate adoption-explained'],
    changes: ['removed', 'appliesWhen negated', 'appliesWhen /all.1 flipped', 'appliesWhen /all.2 flipped'],
    reason: 'Of every matter openness-before-publication asks for the interpretation before the same acts.',
  },
  {
    kind: 'equivalent',
    rows: ['gate party-report-before-meeting'],
    changes: ['removed', 'requires negated', 'appliesWhen /all.1 flipped', 'requires / flipped'],
    reason:
      'The parameter party-report.order of this pack does not say before the meeting, so that the gate applies to nothing.',
  },
  {
    kind: 'unmeasured',
    rows: ['step plan', 'step policy-consistency', 'step adaptation-period', 'step archive'],
    reason:
      'No act waits for what the step names, by law or by practice, so that no requirement asks for it; a person reads it in the list.',
  },
  {
    kind: 'unmeasured',
    rows: ['step hearing'],
    changes: [
      'appliesWhen negated',
      'appliesWhen /all.1 flipped',
      'appliesWhen /all.2/any.0 flipped',
      'appliesWhen /all.2/any.1 flipped',
      'appliesWhen /all.2/any.2 flipped',
    ],
    reason: 'The law leaves whether a hearing is held to the unit (可以召开听证会); only how it is held is asked for.',
  },
  {
    kind: 'unmeasured',
    rows: ['step drafting', 'step circulation', 'step submission'],
    changes: negatedRegimes,
    reason: 'The act of the step is on the desk by the stage of the matter, whether or not the list shows the step.',
  },
  {
    kind: 'unmeasured',
    rows: ['step filing', 'step register'],
    changes: negatedNormative,
    reason: 'The act of the step is on the desk by the stage of the matter, whether or not the list shows the step.',
  },
  {
    kind: 'unmeasured',
    rows: ['step numbering', 'step publication'],
    changes: ['appliesWhen /any.1/all.1 flipped'],
    reason: 'The act of the step is on the desk by the stage of the matter, whether or not the list shows the step.',
  },
  {
    kind: 'unmeasured',
    rows: ['step necessity-evaluation'],
    changes: ['appliesWhen /all.1/any.0 flipped', 'appliesWhen /all.1/any.1 flipped'],
    reason: 'The requirement is narrower than the step: where it surely applies, the other part still shows the step.',
  },
  {
    kind: 'unmeasured',
    rows: ['step public-comment'],
    changes: ['appliesWhen /all.1/any.1 flipped'],
    reason:
      'The law asks for the days of a comment on what concerns the market, which another fact holds than the one by which the step is met.',
  },
  {
    kind: 'unmeasured',
    rows: ['step reform-risk'],
    changes: [
      'appliesWhen negated',
      'appliesWhen /all.1 flipped',
      'appliesWhen /all.2 flipped',
      'appliesWhen /all.3 flipped',
    ],
    reason:
      'The requirement is met by a lawful opinion or by this step: the step of legality review is shown beside it.',
  },
  {
    kind: 'unmeasured',
    rows: ['step expert-appraisal'],
    changes: ['metWhen / flipped'],
    reason: 'The requirement applies to some matters only, and the step is compared with those that apply to all.',
  },
  {
    kind: 'unmeasured',
    rows: ['step submission-signature'],
    changes: ['metWhen /all.1 flipped'],
    reason:
      'Of a text of one unit the step is met as before; that one of several units never meets it refuses nothing.',
  },
  {
    kind: 'unmeasured',
    rows: ['step post-meeting'],
    changes: ['appliesWhen /all.1/any.0 flipped', 'metWhen /any.1/all.0 flipped'],
    reason: 'The checked text after the meeting is asked for by two parts that overlap: the other one still says so.',
  },
  {
    kind: 'unmeasured',
    rows: ['step contract-answer', 'step enforcement-answer'],
    changes: ['removed'],
    reason: 'The gate before the conclusion says itself which items of the opinion are unanswered.',
  },
  {
    kind: 'unmeasured',
    rows: [
      'step execution-units',
      'step execution-reports',
      'step execution-problems',
      'step execution-remarks',
      'step post-evaluation',
      'step adjustment',
    ],
    reason:
      'What is done with a decision after it came out: no requirement asks for the step, the gates there say what they want.',
  },
]
