import { expect, test } from 'vitest'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { applyDecision } from '#app/domain/amendment/apply-decision.ts'
import { printDecision } from '#app/domain/amendment/decision.ts'
import { write } from '#app/domain/amendment/write.ts'
import { writePackage } from '#app/domain/amendment/write-package.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

let count = 0
const newId = () => `p${++count}`
const hash = (words: string | Uint8Array) => `h${String(words).length}`
const rules = (title: string, fine: string, ...more: string[]) =>
  parse(
    [
      title,
      '第一条　为了管理公园，制定本办法。',
      `第二条　损毁公园花木或者设施的，由园林部门处${fine}罚款。`,
      ...more,
    ].join('\n'),
    newId,
  )
const pair = (title: string) => ({
  title,
  old: rules(title, '五百元'),
  next: rules(title, '一千元', '第三条　罚款上缴国库。'),
})
const facts = { issuer: '某市人民政府', date: '2026年11月1日', effective: '2026年12月1日', newId, hash }

test('one decision amends several texts, each under its heading, and is proved for each', () => {
  const written = writePackage([pair('甲办法'), pair('乙办法')], facts)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  expect(written.value.decision.split('\n')).toEqual([
    '某市人民政府关于修改《甲办法》等二件文件的决定',
    '（2026年11月1日某市人民政府通过）',
    '某市人民政府决定：',
    '一、对《甲办法》作出修改',
    '（一）将第二条中的“处五百元”修改为“处一千元”。',
    '（二）增加一条，作为第三条：“罚款上缴国库。”',
    '二、对《乙办法》作出修改',
    '（一）将第二条中的“处五百元”修改为“处一千元”。',
    '（二）增加一条，作为第三条：“罚款上缴国库。”',
    '本决定自2026年12月1日起施行。',
    '《甲办法》、《乙办法》根据本决定作相应修改，重新公布。',
  ])
  expect(written.value.certificates.map(({ title }) => title)).toEqual(['甲办法', '乙办法'])
  const applied = applyDecision(rules('乙办法', '五百元'), written.value.decision, { newId })
  expect('error' in applied ? applied : [applied.complete, print(applied.text)]).toEqual([
    true,
    print(pair('乙办法').next),
  ])
})

test('a text without a change refuses the whole decision and is named', () => {
  const same = { title: '丙办法', old: rules('丙办法', '五百元'), next: rules('丙办法', '五百元') }
  expect(writePackage([pair('甲办法'), same], facts)).toEqual({
    ok: false,
    error: { code: 'no-change', title: '丙办法' },
  })
})

test('a numbered amendment (修正案) names itself and is read back', () => {
  const { old, next } = pair('甲办法')
  const written = write(old, next, { ...facts, form: '修正案' })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  const { decision, document } = written.value
  expect(decision.split('\n')).toEqual([
    '甲办法修正案',
    '（2026年11月1日某市人民政府通过）',
    '一、将第二条中的“处五百元”修改为“处一千元”。',
    '二、增加一条，作为第三条：“罚款上缴国库。”',
    '本修正案自2026年12月1日起施行。',
  ])
  expect(printDecision([{ ...document, renumbered: true }], { form: '修正案' })).toContain('条文顺序作相应调整。')
})

test('a decision on an enclosed text is carried out within the notice that encloses it', () => {
  const carrier = (text: LegalText): LegalText => ({
    format: 1,
    children: [
      { id: newId(), kind: 'title', text: '关于印发《甲办法》的通知', children: [] },
      { id: newId(), kind: 'paragraph', text: '现予印发。', children: [] },
      { id: newId(), kind: 'enclosure', text: '', children: text.children } satisfies Provision,
    ],
  })
  const { old, next } = pair('甲办法')
  const [within] = amendedPairs(carrier(old), carrier(next))
  const written = write(within!.old, within!.next, facts)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  const applied = applyDecision(carrier(old), written.value.decision, { newId })
  expect('error' in applied ? applied : print(applied.text)).toBe(print(carrier(next)))
})
