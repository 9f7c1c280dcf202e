/** Facts whose values are words of a list of the vocabulary: the beginning of their keys there. */
export const factLists: Readonly<Record<string, string>> = {
  'matter.authority': 'authority',
  'matter.carrier': 'carrier',
  'matter.enclosed': 'enclosed',
  'matter.level': 'level',
  'matter.entrance': 'entrance',
  'rule.documents.normative-decisions': 'regimes',
  'rule.party-report.order': 'party-report',
  'openness.publicity': 'publicity',
  'ownOpinion.conclusion': 'conclusion',
  'review.conclusion': 'conclusion',
  'completeness.result': 'completeness',
  'meeting.kind': 'meeting',
  'meeting.result': 'result',
  'evidence.fair-competition.conclusion': 'fair',
}
