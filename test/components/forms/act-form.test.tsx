import { expect, test } from 'vitest'
import { ActForm, type ActFormProps, fieldKinds, type FieldSpec } from '#app/components/forms/index.ts'
import { brokenReferences, chineseOutsideData, namelessControls, render, tagsOf, wordsOf } from '../render.tsx'

const options = [
  { value: 'a', label: '司法局' },
  { value: 'b', labelKey: 'common.no' },
]
const columns = [
  { name: 'words', label: 'common.search', kind: 'textarea' as const },
  { name: 'unit', label: 'common.yes', kind: 'select' as const, options },
]
const fields: FieldSpec[] = fieldKinds.map((kind) => ({
  name: `the-${kind}`,
  kind,
  label: 'common.change',
  hint: 'common.none',
  options,
  columns,
  accept: '.docx,.txt',
  maxBytes: 2_097_152,
}))
const props: ActFormProps = {
  act: 'matter.send',
  fields,
  formKey: 'k1',
  revision: 7,
  hidden: { matterId: 'm1' },
  onBehalf: { people: options, show: true },
}
const errors = {
  ...Object.fromEntries(fields.map(({ name }) => [name, ['required']])),
  'the-rows[0].words': ['too-long'],
  '_behalf.scan': ['scan-required'],
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`every kind of field has a name, and each reference leads somewhere: ${locale}`, () => {
    const html = render(<ActForm {...props} />, { locale })
    expect(namelessControls(html)).toEqual([])
    expect(brokenReferences(html)).toEqual([])
    for (const { name, kind } of fields)
      expect(html).toContain(kind === 'rows' ? `name="${name}[0].words"` : `name="${name}"`)
  })

  test(`with errors, the summary leads to each field and each field says its own: ${locale}`, () => {
    const html = render(<ActForm {...props} errors={errors} />, { locale })
    expect(brokenReferences(html)).toEqual([])
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = tagsOf(html, 'a')
      .map(({ href }) => href)
      .filter((href) => href?.startsWith('#'))
    expect(links).toHaveLength(Object.keys(errors).length)
    for (const link of links) expect(ids).toContain(link!.slice(1))
  })
}

test('no sentence of an English form is Chinese', () => {
  expect(
    chineseOutsideData(
      render(
        <ActForm {...props} errors={errors} refusal={{ code: 'changed-meanwhile', values: { by: 'someone' } }} />,
        { locale: 'en' },
      ),
    ),
  ).toEqual([])
})

test('the form posts the act, its key and the revision that was seen, without script', () => {
  const html = render(<ActForm {...props} />)
  const hidden = tagsOf(html, 'input')
    .filter(({ type }) => type === 'hidden')
    .map(({ name, value }) => [name, value])
  expect(hidden).toEqual([
    ['_act', 'matter.send'],
    ['_key', 'k1'],
    ['_revision', '7'],
    ['matterId', 'm1'],
  ])
  expect(tagsOf(html, 'form')[0]).toMatchObject({ method: 'post', encType: 'multipart/form-data' })
  expect(html).not.toContain('disabled')
  expect(tagsOf(html, 'button').at(-1)).toMatchObject({ type: 'submit' })
})

test('what was typed stays', () => {
  const values = {
    'the-text': '甲',
    'the-textarea': '乙',
    'the-date': '2026-09-18',
    'the-number': '十',
    'the-select': 'b',
    'the-radio': 'a',
    'the-checkbox': 'on',
    'the-checkboxes': ['a', 'b'],
    'the-rows': [{ words: '丙', unit: 'a' }],
    _behalf: { reference: '函1号' },
    'the-password': '秘密',
  }
  const html = render(<ActForm {...props} values={values} />)
  expect(
    tagsOf(html, 'input')
      .filter((input) => /^the-(text|date|number)$/.test(input.name!))
      .map(({ value }) => value),
  ).toEqual(['甲', '2026-09-18', '十'])
  expect(html).toMatch(/<textarea[^>]*name="the-textarea"[^>]*>乙</)
  expect(html).toMatch(/<textarea[^>]*name="the-rows\[0\]\.words"[^>]*>丙</)
  expect(html.match(/<input[^>]*checked=""[^>]*>/g)).toHaveLength(4)
  expect(html).toContain('value="函1号"')
  expect(html).toMatch(/<details class="on-behalf" open="">/)
  expect(html).not.toContain('秘密')
})

test('rows come back as they were posted, without the blank ones that reading leaves out', () => {
  const posted = { 'the-rows[0].words': '', 'the-rows[0].unit': '', 'the-rows[2].words': '丁', 'the-rows[2].unit': 'a' }
  const html = render(<ActForm {...props} values={posted} errors={{ 'the-rows[0].words': ['too-long'] }} />)
  expect(html).toMatch(/<textarea[^>]*name="the-rows\[0\]\.words"[^>]*>丁</)
})

test('a refusal names what is missing, who supplies it, and the rule', () => {
  const source = {
    title: '某办法',
    number: '某政发〔2020〕1号',
    locus: '第五条',
    quote: '应当集体审议。',
    verification: 'verified' as const,
  }
  const html = render(
    <ActForm
      {...props}
      fields={[]}
      onBehalf={undefined}
      refusal={{ code: 'unheard-of', source, missing: [{ text: '合法性审核意见', who: '司法局', to: '/matters/1' }] }}
    />,
  )
  expect(wordsOf(html)).toContain('此项不能办理，数据没有改动。')
  expect(wordsOf(html)).toContain('《 某办法 》（ 某政发〔2020〕1号 ）第五条'.replaceAll(' ', ''))
  expect(html).toContain('role="alert"')
  expect(html).toContain('href="/matters/1"')
  expect(wordsOf(html)).toContain('由司法局补充')
})
