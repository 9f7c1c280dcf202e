import type { Shape } from '../shape.ts'
import type zh from '../zh/amendment.ts'

export default {
  title: 'Amendment',
  texts: 'The amended text',
  faces: 'Faces of the amendment',
  face: {
    decision: 'Amending decision',
    amendment: 'Amendment (numbered)',
    amended: 'Amended text',
    table: 'Comparison table',
    redline: 'Redline',
  },
  word: 'Download (Word)',
  open: 'Amending decision and other faces',
  proved: 'Proved',
  provedWords:
    'A second program read the words of this decision by themselves and carried them out on the old text; from the title to the last article the result is the new text, provision by provision. The decision is plain text and can be proved again after retyping. ×× stands for what has to be filled in.',
  fingerprints: 'Fingerprints',
  of: { old: 'Old text', decision: 'Decision', new: 'New text' },
  'not-proved': 'The decision could not be proved',
  notPrinted:
    'Carried out as worded, the decision would not give the new text. It is therefore not shown. The table and the redline are not affected.',
  withoutDecision:
    'The decision between the two texts could not be proved and is not given. What this page shows is not affected.',
  firstDifference: 'First difference: {{address}}',
  expected: 'The new text',
  given: 'What the decision gives',
  residue: 'Words that could not be carried out',
  'no-change': 'There is nothing to decide between the two texts.',
  twoDrafts: 'Two drafts of one text',
  twoDraftsHint:
    'Where two versions began from one old text, the changes of one are carried on to the other. What only one of them changed is taken over; where they differ the words of the target stay and each case is listed for you to decide.',
  choose: { a: 'The common old text', b: 'The version to carry over', c: 'The target version' },
  carry: 'Carry over',
  collisions: 'Changes that cannot both stand',
  noCollisions: 'All changes can stand beside each other.',
  bothChange: 'Provisions that both change',
  noneBoth: 'There is no provision that both change.',
  noOrders: 'The decision on one of the two could not be proved; what both change cannot be listed order by order.',
  place: 'Provision',
  baseWords: 'Old text',
  kind: {
    'both-changed': 'changed in different ways',
    'changed-and-deleted': 'changed by one, deleted by the other',
    'both-moved': 'moved to different places',
    'both-inserted': 'different insertions at one place',
  },
  carried: 'The changes of version {{draft}} on version {{newBase}}',
  carriedName: 'carried draft',
  'faces-differ': 'The faces disagree with each other and are not shown.',
  working: 'At work for {{seconds}} s',
  workingWords:
    'The text is long: it is compared, and the decision written and proved, in the background. The page updates by itself; leaving it stops nothing.',
  round:
    'Writing and proving, round {{round}} of at most {{most}}. The page updates by itself; leaving it stops nothing.',
  link: {
    title: 'The amended text',
    none: 'It was not said which text this matter amends or replaces.',
    text: 'Text',
    textHint:
      'Document number, register number or whole title; a text that is not in the register, by the whole title that it has in the library.',
    mode: 'What the matter does to it',
    by: 'Named by',
    wording: 'Wording it stands on',
    compared: 'What the draft changes in that text',
    all: 'Show what stayed',
    onlyChanged: 'Only changes of substance',
    noWhole:
      'The whole text is not held, so that nothing can be compared. The text of a law can be imported into the library.',
    noDraft: 'There is no draft yet.',
    unreadDraft: 'The draft cannot be read as an amendment of that text, so that nothing can be compared.',
    noChange: 'The draft changes nothing of substance.',
    newer: 'The amended text has changed',
    newWording: 'The library holds a newer wording; the draft still stands on the old one.',
    wordingOf: 'Date of the new wording:',
    publishedOn: 'Published on',
    newText: 'New text',
    notCarried: {
      decision:
        'This draft is a decision whose numbers are those of the old text; write the decision anew on the new text.',
      unread:
        'One of the texts is not held whole, or the new text is no wording of the same document, so that the draft cannot be carried over.',
    },
    carriedBecomes: 'What draft {{draft}} becomes on the new text',
    carriedHint:
      'What only one side changed stands as changed. Where both changed it differently the new text stays, and what both inserted at one place stands twice; these places are listed above and are yours to decide in the new draft.',
    nothingBecomes: 'On the new text nothing of substance changes in the draft.',
    take: 'Carry over and save as a new draft',
    seen: 'I have looked at each change that cannot stand and will decide it in the new draft',
    left: 'When the draft was carried on to the new text these changes could not both stand. The new text was kept; they are to be decided in the draft:',
    others: 'Other matters that amend it',
    alone: 'No other matter amends this text.',
    baseChanged: 'The text of this matter was published: the text that the draft was made on has changed.',
    unread:
      'One of the texts is missing, or cannot be read as an amendment of this one; what both change cannot be listed.',
    ours: 'This matter',
    theirs: 'The other matter',
    desk: 'Matters at work that amend one text',
  },
} satisfies Shape<typeof zh>
