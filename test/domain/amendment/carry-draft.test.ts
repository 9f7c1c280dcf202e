import { expect, test } from 'vitest'
import { amendedBy, carryDraft } from '#app/domain/amendment/carry-draft.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

let count = 0
const newId = () => `p${++count}`
const text = (lines: readonly string[]) => parse(lines.join('\n'), newId)
const source = [
  '某市公园管理办法',
  '第一条　为了加强公园管理，制定本办法。',
  '第二条　受理单位应当在十日内答复申请人。',
  '第三条　违反第二条的，由市园林部门处五百元罚款。',
]
const replaced = (from: string, to: string, lines = source) => lines.map((line) => line.replace(from, to))
const inserted = [source[0]!, source[1]!, '第二条　公园免费开放。', ...source.slice(2)].map((line) =>
  line.replace('第二条　受理', '第三条　受理').replace('第三条　违反第二条', '第四条　违反第三条'),
)
const notice = (lines: readonly string[]) => [
  '某市人民政府关于印发《某市公园管理办法》的通知',
  '各区人民政府：',
  '现将《某市公园管理办法》印发给你们，请遵照执行。',
  '某市人民政府',
  '2026年3月1日',
  ...lines,
]
const decision = (order: string) => [
  '某市人民政府关于修改《某市公园管理办法》的决定',
  '某市人民政府决定对《某市公园管理办法》作如下修改：',
  order,
  '本决定自公布之日起施行。',
]

test('what the draft changed stands on the new text, and its references follow', () => {
  const carried = carryDraft(text(source), text(replaced('五百元', '一千元')), text(inserted), newId)
  if (!carried.ok) throw new Error(carried.error)
  expect(carried.value.articles).toEqual([])
  expect(print(carried.value.text).split('\n')).toEqual(replaced('五百元', '一千元', inserted))
})

test('what encloses the draft stays around it', () => {
  const draft = notice(replaced('五百元', '一千元'))
  const carried = carryDraft(text(source), text(draft), text(inserted), newId)
  if (!carried.ok) throw new Error(carried.error)
  expect(print(carried.value.text).split('\n')).toEqual(notice(replaced('五百元', '一千元', inserted)))
})

test('the notes under the titles of the wordings are neither changes nor collisions', () => {
  const noted = (note: string, lines: readonly string[]) => [lines[0]!, `（${note}通过）`, ...lines.slice(1)]
  const [old, next] = [noted('2020年1月1日', source), noted('2026年1月1日', inserted)]
  const carried = carryDraft(text(old), text(replaced('五百元', '一千元')), text(next), newId)
  if (!carried.ok) throw new Error(carried.error)
  expect(carried.value.articles).toEqual([])
  expect(print(carried.value.text).split('\n')).toEqual(replaced('五百元', '一千元', inserted))
})

test('a new text that is told by a decision is the text that this gives', () => {
  const changed = text(decision('将第二条中的“十日”修改为“五日”。'))
  const carried = carryDraft(text(source), text(replaced('五百元', '一千元')), changed, newId)
  if (!carried.ok) throw new Error(carried.error)
  expect(print(carried.value.text).split('\n')).toEqual(replaced('十日', '五日', replaced('五百元', '一千元')))
})

test('where both changed a provision the words of the new text stay and both intents are listed', () => {
  const carried = carryDraft(text(source), text(replaced('十日', '七日')), text(replaced('十日', '五日')), newId)
  if (!carried.ok) throw new Error(carried.error)
  expect(print(carried.value.text).split('\n')).toEqual(replaced('十日', '五日'))
  expect(carried.value.articles.map(({ article }) => article)).toEqual(['第二条'])
})

test('orders speak in the numbers of the old text and are not carried over', () => {
  const draft = text(decision('将第二条中的“十日”修改为“七日”。'))
  expect(carryDraft(text(source), draft, text(inserted), newId)).toEqual({ ok: false, error: 'decision' })
})

test('a decision that cannot be carried out whole gives no text', () => {
  const strange = text(decision('将第九条中的“十日”修改为“五日”。'))
  expect(amendedBy(text(source), strange, newId)).toBeNull()
  expect(carryDraft(text(source), text(inserted), strange, newId)).toEqual({ ok: false, error: 'unread' })
})
