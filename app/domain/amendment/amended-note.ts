import type { NewId } from '../base/identity.ts'
import type { LegalText } from '../text/model.ts'
import { toChinese } from '../text/numeral.ts'
import { absent, absentDate, type DecisionFacts, inner } from './decision.ts'

const amendments = /(?:第[一二三四五六七八九十]+次)?修正(?=[\s，。；）)]|$)/g

/** 根据××××年××月××日××《关于修改〈…〉的决定》修正; the second time and later with its count. */
export function amendedNote(known: string, title: string, facts: DecisionFacts): string {
  const { issuer = absent, date = absentDate, form = '修改决定' } = facts
  const decision = form === '修正案' ? `《${title}修正案》` : `《关于修改〈${inner(title)}〉的决定》`
  const before = known.match(amendments)?.length ?? 0
  const earlier = before === 1 ? known.replace(amendments, '第一次修正') : known
  const count = before ? `第${toChinese(before + 1)}次` : ''
  const added = `根据${date}${issuer}${decision}${count}修正`
  const [, open = '（', inside = '', shut = '）'] = /^([（(])([\s\S]*)([)）])$/.exec(earlier) ?? [
    '',
    '（',
    earlier,
    '）',
  ]
  return `${open}${inside}${inside && '　'}${added}${shut}`
}

/**
 * The new text with the decision named in the note under its title (题注). A note that the new text has of its own
 * stays as it is.
 */
export function amendedText(
  old: LegalText,
  next: LegalText,
  { title, newId, ...facts }: DecisionFacts & { title?: string; newId: NewId },
): LegalText {
  const noteOf = ({ children }: LegalText) => children.find(({ kind }) => kind === 'note')
  const titleOf = ({ children }: LegalText) => children.find(({ kind }) => kind === 'title')?.text ?? absent
  const [before, own] = [noteOf(old), noteOf(next)]
  if (own && own.text !== before?.text) return next
  const words = amendedNote(before?.text ?? '', title ?? titleOf(old), facts)
  if (own) return { ...next, children: next.children.map((one) => (one === own ? { ...own, text: words } : one)) }
  const at = next.children.findIndex(({ kind }) => kind === 'title') + 1
  const note = { id: newId(), kind: 'note' as const, text: words, children: [] }
  return { ...next, children: [...next.children.slice(0, at), note, ...next.children.slice(at)] }
}
