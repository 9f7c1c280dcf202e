import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareThree } from '#app/domain/comparison/three.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { editedTexts, editScripts } from './edit-scripts.ts'
import { copy, law } from './notation.ts'

const lines = ['# 申请人应当提交申请书。', '# 受理单位应当在十日内答复。', '可以延长五日。', '# 本办法由甲单位解释。']
const base = law(lines)
const reworded = (at: number, child: number, words: string) => (text: LegalText) => {
  text.children[at]!.children[child]!.text = words
}
const inserted = (at: number, id: string, words: string) => (text: LegalText) => {
  const paragraph = { id: `${id}1`, kind: 'paragraph' as const, text: words, children: [] }
  text.children.splice(at, 0, { id, kind: 'article', text: '', children: [paragraph] })
}
const added = (at: number, id: string, words: string) => (text: LegalText) => {
  text.children[at]!.children.push({ id, kind: 'paragraph', text: words, children: [] })
}
const removed = (at: number) => (text: LegalText) => {
  text.children.splice(at, 1)
}
const moved = (from: number, to: number) => (text: LegalText) => {
  text.children.splice(to, 0, text.children.splice(from, 1)[0]!)
}
type Edit = (text: LegalText) => void
const edited = (edit: Edit) => {
  const text = copy(base)
  edit(text)
  return text
}

const fifteen = '受理单位应当在十五日内答复。'
const twenty = '受理单位应当在二十日内答复。'

test.each<[string, Edit, Edit, Array<[kind: string, base: string, a: string, b: string]>]>([
  ['different provisions', reworded(0, 0, '申请人可以提交申请书。'), reworded(1, 0, fifteen), []],
  ['the same words', reworded(1, 0, fifteen), reworded(1, 0, fifteen), []],
  [
    'other words',
    reworded(1, 0, fifteen),
    reworded(1, 0, twenty),
    [['both-changed', '受理单位应当在十日内答复。', fifteen, twenty]],
  ],
  [
    'changed here and deleted there',
    reworded(2, 0, '本办法由乙单位解释。'),
    removed(2),
    [['changed-and-deleted', '本办法由甲单位解释。', '本办法由乙单位解释。', '']],
  ],
  ['deleted by both', removed(2), removed(2), []],
  ['moved here and reworded there', moved(2, 0), reworded(2, 0, '本办法由乙单位解释。'), []],
  [
    'inserted at one place',
    inserted(2, 'x', '档案保存三年。'),
    inserted(2, 'y', '档案保存五年。'),
    [['both-inserted', '', '档案保存三年。', '档案保存五年。']],
  ],
  ['inserted at two places', inserted(0, 'x', '档案保存三年。'), inserted(2, 'y', '档案保存五年。'), []],
  [
    'a paragraph for an article that the other deleted',
    added(2, 'x', '解释应当公布。'),
    removed(2),
    [['changed-and-deleted', '', '解释应当公布。', '']],
  ],
])('%s', (_, one, other, expected) => {
  const { collisions } = compareThree(base, edited(one), edited(other))
  expect(collisions.map(({ kind, base: was, a, b }) => [kind, was, a, b])).toEqual(expected)
  const mirrored = compareThree(base, edited(other), edited(one)).collisions
  expect(mirrored.map(({ kind, base: was, a, b }) => [kind, was, b, a])).toEqual(expected)
})

test('the same change of both is told', () => {
  const both = edited(reworded(1, 0, fifteen))
  const { agreed } = compareThree(base, both, copy(both))
  expect(agreed).toEqual([base.children[1]!.children[0]!.id])
})

/** Found once: both revisions take an article apart whose second piece comes in behind one that both delete. */
const insertedBehindDeleted: Parameters<typeof editedTexts>[0] = {
  list: [[''], [''], [''], [''], ['', '应当']],
  edits: [
    { at: 0, to: 0, what: 'insert', text: '第一条' },
    { at: 5, to: 0, what: 'delete', text: '' },
    { at: 4, to: 0, what: 'split', text: '' },
    { at: 4, to: 0, what: 'split', text: '' },
  ],
}

test('a revision collides neither with its base nor with itself', () => {
  fc.assert(
    fc.property(editScripts, (script) => {
      const [old, next] = editedTexts(script)
      expect(compareThree(old, next, old).collisions).toEqual([])
      expect(compareThree(old, old, next).collisions).toEqual([])
      expect(compareThree(old, next, copy(next)).collisions).toEqual([])
    }),
    { numRuns: 100, examples: [[insertedBehindDeleted]] },
  )
})
