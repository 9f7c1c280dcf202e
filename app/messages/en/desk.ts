import type { Shape } from '../shape.ts'
import type zh from '../zh/desk.ts'

export default {
  title: 'Desk',
  navigation: {
    desk: 'Desk',
    incoming: 'Incoming',
    matters: 'Matters',
    consult: 'Consultations to answer',
    negatives: 'Register of negatives',
    register: 'Public register',
  },
  tabsLabel: 'Parts of the desk',
  tabs: {
    'to-do': 'To do',
    'under-way': 'Under way',
    done: 'Done',
    'by-hand': 'Recorded for me',
  },
  columns: {
    reason: 'What to do',
    whose: 'Whose task',
    since: 'Since',
    lastAct: 'Last act',
    doneOn: 'Done on',
    record: 'What was recorded',
  },
  nothingToDo: 'Nothing to do.',
  answerTogether: 'Answer several consultations',
  printHint: 'This page can be printed as the list of the day.',
  ofOthers: 'Waiting for others in this unit',
  ofOthersHint: 'For a person who does not use the system, the act can be recorded from paper.',
  allMatters: 'All matters',
  byHandHint: 'A clerk entered these records for you from paper. What is not true can be contested.',
  search: {
    title: 'Search',
    found: '{{count}} found',
    nothing: 'Nothing found for “{{words}}”.',
    nothingHint: 'Search by some words of the title, or by document, register, receipt, incoming or opinion number; brackets and spaces do not matter.',
    enter: 'Enter a title or a number.',
    matters: 'Matters in which this unit takes part',
    registered: 'Published documents',
    numbers: 'Numbers',
    publishedOn: 'Published',
    effectiveOn: 'In force from',
    issuer: 'Issuer',
  },
} satisfies Shape<typeof zh>
