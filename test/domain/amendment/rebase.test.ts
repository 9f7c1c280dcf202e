import { expect, test } from 'vitest'
import { rebaseCollisions } from '#app/domain/amendment/rebase.ts'
import { parse } from '#app/domain/text/parse.ts'

let count = 0
const text = (lines: readonly string[]) => parse(lines.join('\n'), () => `p${++count}`)
const source = [
  '某市公园管理办法',
  '第一条　为了加强公园管理，制定本办法。',
  '第二条　受理单位应当在十日内答复申请人。',
  '答复应当采用书面形式。',
  '第三条　违反本办法的，由市园林部门处五百元罚款。',
]
const replaced = (from: string, to: string) => source.map((line) => line.replace(from, to))
const collisions = (draft: readonly string[], newBase: readonly string[]) =>
  rebaseCollisions(text(source), text(draft), text(newBase))

test('what only one of the two changed is no collision', () => {
  expect(collisions(replaced('五百元', '一千元'), replaced('十日', '五日'))).toEqual([])
  expect(collisions(replaced('五百元', '一千元'), replaced('五百元', '一千元'))).toEqual([])
})

test('what both changed is listed by article with both intents', () => {
  expect(
    collisions(
      replaced('五百元', '一千元').map((line) => line.replace('十日', '七日')),
      replaced('五百元', '二千元').map((line) => line.replace('十日', '五日')),
    ),
  ).toEqual([
    {
      article: '第二条',
      collisions: [
        {
          kind: 'both-changed',
          base: '受理单位应当在十日内答复申请人。',
          draft: '受理单位应当在七日内答复申请人。',
          newBase: '受理单位应当在五日内答复申请人。',
        },
      ],
    },
    {
      article: '第三条',
      collisions: [
        {
          kind: 'both-changed',
          base: '违反本办法的，由市园林部门处五百元罚款。',
          draft: '违反本办法的，由市园林部门处一千元罚款。',
          newBase: '违反本办法的，由市园林部门处二千元罚款。',
        },
      ],
    },
  ])
})

test('a draft that changes what the new base took away collides there', () => {
  const newBase = source.filter((line) => line !== '答复应当采用书面形式。')
  expect(collisions(replaced('书面形式', '书面或者电子形式'), newBase)).toEqual([
    {
      article: '第二条',
      collisions: [
        {
          kind: 'changed-and-deleted',
          base: '答复应当采用书面形式。',
          draft: '答复应当采用书面或者电子形式。',
          newBase: '',
        },
      ],
    },
  ])
})
