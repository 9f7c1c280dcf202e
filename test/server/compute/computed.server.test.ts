import { expect, test } from 'vitest'
import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'
import { computed } from '#app/server/compute/computed.server.ts'
import type { Task } from '#app/server/compute/tasks.server.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const text = (articles: number, prefix: string, change = (words: string) => words) =>
  parse(
    [
      '某市公园管理办法',
      ...Array.from(
        { length: articles },
        (_, at) => `第${toChinese(at + 1)}条　第${at}号公园应当在入口处公示开放时间，每年检查${at + 2}次设施。`,
      ),
    ]
      .map(change)
      .join('\n'),
    ids(prefix),
  )
const facesOf = (articles: number): Task & { kind: 'faces' } => ({
  kind: 'faces',
  title: '某市公园管理办法',
  old: text(articles, 'p'),
  next: text(articles, 'q', (words) => words.replace('第7号公园应当', '第7号公园必须')),
})

test.each([
  ['a short text here', 9],
  ['a long text in a thread', 400],
])('%s has the decision of its change', async (_, articles) => {
  const made = await computed(`faces ${articles}`, () => facesOf(articles))
  if (made.state !== 'done' || !made.value.ok || !made.value.value.decided.ok) throw new Error(JSON.stringify(made))
  expect(made.value.value.decided.value.decision).toContain('第八条')
})

test('a long text is told to be at work, and the same task is not begun twice', async () => {
  let begun = 0
  const task = () => {
    begun++
    return facesOf(401)
  }
  const [first, second] = await Promise.all([computed('once', task, 0), computed('once', task, 0)])
  expect([first.state, second.state]).toEqual(['working', 'working'])
  expect((await computed('once', task)).state).toBe('done')
  expect(begun).toBe(1)
})

test('a draft and a decision on one text are held against each other by what each orders', async () => {
  const base = text(9, 'p')
  const ours = text(9, 'q', (words) => words.replace('第7号公园应当', '第7号公园必须'))
  const decision = parse(
    [
      '某市人民政府关于修改《某市公园管理办法》的决定',
      '某市人民政府决定对《某市公园管理办法》作如下修改：',
      '一、将第八条修改为：“第7号公园全天开放。”',
      '二、删去第二条。',
    ].join('\n'),
    ids('d'),
  )
  const made = await computed('amending', () => ({ kind: 'amending', base, ours, theirs: decision }))
  if (made.state !== 'done' || !made.value) throw new Error(JSON.stringify(made))
  expect(made.value.conflicts.map(({ address }) => address)).toEqual(['第八条'])
})

test('a task that fails says so and is begun anew when it is asked for again', async () => {
  const broken = {
    ...facesOf(400),
    old: {
      format: 1 as const,
      children: [{ id: 'x', kind: 'paragraph' as const, text: '甲'.repeat(20_000), children: null as never }],
    },
  }
  await expect(computed('broken', () => broken)).rejects.toThrow()
  expect((await computed('broken', () => facesOf(9))).state).toBe('done')
})
