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
    admin: 'Administration',
    audit: 'Audit record',
    security: 'Security log',
    meetings: 'Meetings',
    documents: 'Register',
    library: 'Law library',
    register: 'Public register',
  },
  accessibility: {
    title: 'Accessibility statement',
    aim: 'This system aims at level AA of the Web Content Accessibility Guidelines, WCAG 2.2.',
    does: 'What it does',
    points: {
      keyboard:
        'Everything can be done by keyboard alone; each page begins with a link that skips to its main content.',
      script: 'The pages for working on a matter can be used without script; script only adds convenience.',
      status: 'A state is shown by an icon and a word, never by colour alone.',
      language:
        'The interface is in Chinese and English; Chinese data in the English interface is marked as Chinese for screen readers.',
      size: 'Text can be enlarged, and a narrow screen needs no sideways scrolling; wide tables scroll in a region of their own.',
      print: 'Every page can be printed.',
      forms: 'A form that is not right says what is wrong and how to mend it, and keeps what was typed.',
    },
    doesNot: 'What it does not do yet',
    limits: {
      word: 'The Word files it makes follow the format of official documents; they were not checked for accessibility.',
      scans: 'Scans that were uploaded have no text alternative; a screen reader cannot read them.',
      editor: 'The editor for drafts was not tested by users of screen readers; plain text can be edited instead.',
    },
    tell: 'Tell us',
    contact:
      'If something stands in your way, tell the system administrator of your unit the address of the page and what happened.',
  },
  tabsLabel: 'Parts of the desk',
  tabs: {
    'to-do': 'To do',
    overdue: 'Overdue',
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
    nothingHint:
      'Search by some words of the title, or by document, register, receipt, incoming or opinion number; brackets and spaces do not matter.',
    enter: 'Enter a title or a number.',
    matters: 'Matters in which this unit takes part',
    registered: 'Published documents',
    numbers: 'Numbers',
    publishedOn: 'Published',
    effectiveOn: 'In force from',
    issuer: 'Issuer',
  },
} satisfies Shape<typeof zh>
