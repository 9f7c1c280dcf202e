import type { Shape } from '../shape.ts'
import type zh from '../zh/meetings.ts'

export default {
  title: 'Meetings',
  upcoming: 'To come',
  past: 'Held',
  noUpcoming: 'No meeting to come in which your unit takes part.',
  noPast: 'Your unit has taken part in no meeting yet.',
  agenda: 'Agenda',
  topic: 'Topic {{n}}',
  topicCount: '{{count}} topics',
  topicCount_one: '{{count}} topic',
  reporter: 'Reports',
  reviewer: 'Legality reviewer',
  invited: 'Units invited',
  papers: 'Papers',
  text: 'Text put to the meeting',
  result: 'Result',
  moved: 'Moved to another meeting',
  pending: 'Not yet decided',
  onlyYours: 'Only topics in which your unit takes part are listed.',
  older: 'Earlier meetings',
  newer: 'Later meetings',
} satisfies Shape<typeof zh>
