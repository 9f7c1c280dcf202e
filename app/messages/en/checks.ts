import type { Shape } from '../shape.ts'
import type zh from '../zh/checks.ts'

/** What the checks on the structure and wording of a text find, and why it matters. */
export default {
  title: 'Checks of the text',
  lead: 'Numbers, references, names, marks and wording; each is a hint, and people decide.',
  none: 'Nothing was found.',
  notes: 'Notes on wording: {{count}}',
  place: 'Provision',
  found: 'Found',
  weight: 'Weight',
  source: 'Rule',
  weights: { error: 'Error', warning: 'Warning', note: 'Note' },
  why: {
    'number-gap': 'Numbered {{label}} where {{expected}} is next: a number is missing before it.',
    'number-repeated': 'The number {{label}} stands twice; {{expected}} is next.',
    'number-restarts': 'The number {{label}} starts anew; {{expected}} is next.',
    'reference-absent': 'The document does not hold the provision that {{reference}} names.',
    'reference-nothing-before': 'There is nothing before it that {{reference}} could name.',
    'term-unused': 'The term {{term}} is defined and not used again.',
    'term-twice': '“{{term}}” was defined or given before.',
    'term-early': '“{{term}}” is used before the name is given.',
    'own-name': '“{{words}}” differs from the title: “{{expected}}” is meant, or another document.',
    'law-short-title': 'A law is first cited by its full title: {{words}} should be {{expected}}.',
    'law-without-marks': 'The title of a law stands in 《》: “{{words}}”.',
    'mark-unpaired': '“{{mark}}” has no partner.',
    'nested-quotes': 'Quotation marks within quotation marks are single ones: {{words}}',
    'numbers-mixed':
      'Quantities are written in two ways: {{arabic}} in Arabic numerals (such as “{{words}}”), {{chinese}} in Chinese ones.',
    'prohibition-subject': 'A ban with a subject is worded as “may not”, not as “is forbidden”: “{{words}}”.',
    'contents-missing': 'The table of contents lacks {{heading}}.',
    'contents-extra': 'The table of contents has {{heading}}, the text has no such heading.',
    'list-mark': 'Items are parted by semicolons; this one ends with {{mark}}.',
    'list-last-mark': 'The last item ends with a full stop; this one ends with {{mark}}.',
    'boundary-contradicts': '{{words}} contradicts itself: the first word leaves the number out, the last takes it in.',
    'boundary-overlap': 'Both cases take in {{amount}} itself.',
    'list-kind':
      'Not everything that is listed is an act (the last item says {{closes}}): such a list is headed as one of circumstances.',
    'department-two-names':
      'One department has two names: {{first}} and {{words}}; unless one office alone is meant, it is called the competent department.',
    must: 'A duty is laid down with “shall” and not with “must”: {{words}}.',
    'effect-not-last': 'The day of entry into force stands in the last article ({{last}}).',
    'effect-missing': 'No date of entry into force is stated.',
    'effect-needs-calendar':
      'In force {{days}} working days after publication: a calendar of working days has to say when. Better state the date.',
    'end-two-readings':
      'The term of years has two readings: to {{earlier}} or to {{later}}. Better state the last day.',
    'end-two-readings-undated': 'The term of years has two readings, a day apart. Better state the last day.',
    'interpreter-differs': 'Two bodies are named to interpret the text: {{first}} and {{other}}.',
    'repeal-unnamed': 'The repeal clause does not name what it repeals.',
    'item-brackets': 'Items are cited without brackets: {{words}}.',
    but: 'Drafters write the long form of “but” instead of {{words}}.',
    'according-to-law': 'What rests on a law is said with another verb than in {{words}}.',
    'nested-names': 'A name within a name takes single marks: {{words}}.',
  },
} satisfies Shape<typeof zh>
