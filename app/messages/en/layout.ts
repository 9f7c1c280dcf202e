import type { Shape } from '../shape.ts'
import type zh from '../zh/layout.ts'

export default {
  skip: 'Skip to main content',
  secrecy: 'This system is not for secret matters. Do not enter or upload state secrets or work secrets.',
  clock: 'Demonstration clock: {{instant}}. The time has been moved for the demonstration only.',
  demonstration: 'Demonstration: the people, units and documents are fictional.',
  search: {
    label: 'Find a matter or document',
    placeholderHint: 'Title, document number, register number, incoming number',
    submit: 'Search',
  },
  language: { switchTo: '中文', switchToLang: 'zh-CN' },
  navigation: 'Main navigation',
  navigationCount_one: '{{count}} item',
  navigationCount: '{{count}} items',
  person: {
    summary: 'Acting as',
    actingAs: 'Act in this post',
    switch: 'Switch post',
  },
  rail: {
    title: 'What you can do',
    none: 'There is nothing for you to do here now.',
    notYet: 'Not yet',
    why: 'Why',
  },
  footer: {
    label: 'About this system',
    version: 'Version {{version}}',
    build: 'Build {{build}}',
    accessibility: 'Accessibility statement',
  },
  landing: {
    title: 'Wenheng',
    lead: 'Normative documents and major decisions in one place: drafting, consultation, review, deliberation, signature, publication and clean-up, with the legal basis and the record of every step.',
    forPublic: 'For the public',
    publicDocuments: 'Read published documents and their interpretation',
    forOffices: 'For government staff',
    signIn: 'Sign in to the workbench',
    does: 'What it does',
    points: {
      receive:
        'registers incoming papers, decides whether a document is normative and lists the steps that follow with their sources;',
      draft: 'drafts in the browser or from a Word file and compares any two versions;',
      circulate: 'consults departments and records for each opinion whether it was adopted and why;',
      review: 'supports the legality review on its seven points;',
      deliberate: 'records collective deliberation and checks what was changed after the meeting;',
      issue: 'signs, numbers, issues and publishes, and registers the period of validity.',
    },
  },
} satisfies Shape<typeof zh>
