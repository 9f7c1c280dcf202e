import fc from 'fast-check'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { copy } from './notation.ts'

// Random trees of few words, so that likeness, doubles, moves and empty texts all happen.
const words = fc.constantFrom(
  '应当',
  '不得',
  '甲单位',
  '申请人',
  '第一条',
  '第二条第一款',
  '十日',
  '五百元',
  '，',
  '。',
  '、',
  '提交',
  '登记',
  '《某法》',
  '\n',
)
const words20 = fc.array(words, { maxLength: 12 }).map((list) => list.join(''))
const paragraphs = fc.array(words20, { minLength: 1, maxLength: 3 })
export const articles = fc.array(paragraphs, { maxLength: 6 })

let count = 0
const provision = (kind: Provision['kind'], text: string, children: Provision[] = []): Provision => ({
  id: `r${++count}`,
  kind,
  text,
  children,
})
export const build = (list: string[][]): LegalText => ({
  format: 1,
  children: list.map((texts) =>
    provision(
      'article',
      '',
      texts.map((text) => provision('paragraph', text)),
    ),
  ),
})

type Edit = {
  at: number
  to: number
  what: 'delete' | 'insert' | 'move' | 'reword' | 'split' | 'merge' | 'lift'
  text: string
}
const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(5),
    to: fc.nat(5),
    what: fc.constantFrom('delete', 'insert', 'move', 'reword', 'split', 'merge', 'lift'),
    text: words20,
  }),
  { maxLength: 5 },
)

function apply(text: LegalText, { at, to, what, text: words }: Edit) {
  const list = text.children
  const article = list[at]
  if (what === 'insert') list.splice(to, 0, provision('article', '', [provision('paragraph', words)]))
  if (!article) return
  const first = article.children[0]
  if (what === 'delete') list.splice(at, 1)
  if (what === 'move') list.splice(to, 0, list.splice(at, 1)[0]!)
  if (what === 'reword' && first) first.text = words
  if (what === 'split' && first) {
    const middle = Math.floor(first.text.length / 2)
    article.children.splice(1, 0, provision('paragraph', first.text.slice(middle)))
    first.text = first.text.slice(0, middle)
  }
  if (what === 'merge' && article.children.length > 1) {
    const [gone] = article.children.splice(1, 1)
    first!.text += gone!.text
    first!.merged = [gone!.id]
  }
  if (what === 'lift' && article.children.length > 1)
    list.splice(at + 1, 0, provision('article', '', article.children.splice(1)))
}

/** A random text and random edits of it: provisions go, come, move, change, are divided, put together, lifted. */
export const editScripts = fc.record({ list: articles, edits })

/** The text before and after its edits; what stayed keeps its id. */
export function editedTexts({ list, edits: script }: { list: string[][]; edits: Edit[] }): [LegalText, LegalText] {
  const old = build(list)
  const next = copy(old)
  for (const edit of script) apply(next, edit)
  return [old, next]
}
