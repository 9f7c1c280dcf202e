import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verbs } from '#app/cli/text/verbs.ts'
import { runVerb } from '#app/cli/text/run.ts'

const measure = '某市犬只管理办法\n第一条　为了规范犬只管理，制定本办法。\n第二条　本办法自2026年1月1日起施行。'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** The command as a person calls it from his own folder. */
const shell = (args: string[], input?: string | Buffer) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'app/cli/text.ts', ...args],
    { input, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const run = (...words: string[]) => runVerb(verbs, words, folder)

describe('npm run text', () => {
  test('prints the result alone, with one final newline', () => {
    file('办法.txt', `${measure.replaceAll('\n', '\r\n')}\r\n\r\n`)
    expect(shell(['parse', '办法.txt'])).toEqual({ status: 0, stdout: `${measure}\n`, stderr: '' })
  })

  test('reads standard input', () => {
    expect(shell(['parse', '-'], measure)).toEqual({ status: 0, stdout: `${measure}\n`, stderr: '' })
    expect(shell(['parse', '-'], Buffer.from(`\ufeff${measure}`, 'utf16le')).stdout).toBe(`${measure}\n`)
  })

  test('names the file and leaves stdout empty when it cannot read', () => {
    expect(shell(['parse', '没有.txt'])).toEqual({
      status: 2,
      stdout: '',
      stderr: '没有.txt: file-absent: 文件不存在。\n',
    })
  })

  test('tells how it is called', () => {
    const { status, stdout, stderr } = shell(['parse', '--lang', 'en'])
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' })
    expect(stderr).toMatch(/^usage: Usage: text -- parse/)
  })

  test('runs a batch in order, a JSON line each, and ends with the highest exit', () => {
    file('甲.txt', measure)
    const batch = [
      { id: 'a', verb: 'parse', args: ['甲.txt'] },
      { id: 'b', verb: 'parse', args: ['没有.txt', '--lang', 'en'] },
      { id: 'c', verb: 'parse', args: ['-'] },
      { id: 'd', verb: 'parse', args: ['甲.txt'] },
    ]
    const { status, stdout, stderr } = shell(['--batch', file('m.json', JSON.stringify(batch))])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ id, exit }) => [id, exit])).toEqual([
      ['a', 0],
      ['b', 2],
      ['c', 64],
      ['d', 0],
    ])
    expect(lines[1].messages).toEqual([
      { file: '没有.txt', line: null, code: 'file-absent', message: 'The file does not exist.' },
    ])
    expect(lines[3]).toEqual({ ...lines[0], id: 'd' })
    expect({ status, stderr }).toEqual({ status: 64, stderr: '' })
  })

  test('refuses a batch that is none', () => {
    expect(shell(['--batch', file('n.json', '{"id":1}')])).toMatchObject({ status: 2, stdout: '' })
    expect(shell(['--batch', file('o.json', 'parse 甲.txt'), '--json'])).toMatchObject({
      status: 2,
      stdout: `${JSON.stringify({
        schema: 'text/1',
        error: { code: 'batch-invalid', message: '批处理文件应为 JSON 数组，每项含 id、verb、args。', line: null },
      })}\n`,
    })
  })
})

describe('input', () => {
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${measure}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${measure}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${measure}`, 'utf16le').swap16()],
    ['carriage returns', Buffer.from(measure.replaceAll('\n', '\r'))],
    // 第一条　为了。 in GB18030
    ['GB18030', Buffer.from('b5dad2bbccf5a1a1ceaac1cba1a3', 'hex')],
  ])('%s', async (_, bytes) => {
    const { exit, output } = await run('parse', file('in.txt', bytes))
    expect(exit).toBe(0)
    expect(`${measure}\n第一条　为了。`).toContain(output)
  })

  test('Markdown is read for its words', async () => {
    const markdown =
      '# 某市犬只管理办法\n<!-- 说明\n两行 -->\n## 第一章　总则\n**第一条**　为了规范犬只管理，制定本办法。'
    expect((await run('parse', file('in.md', markdown))).output).toBe(
      '某市犬只管理办法\n第一章　总则\n第一条　为了规范犬只管理，制定本办法。',
    )
  })

  test.each([
    ['empty', 'a.txt', ''],
    ['empty', 'a.txt', ' \n　\n'],
    ['not-chinese', 'a.txt', 'hello'],
    ['file-mismatch', 'a.txt', Buffer.from([0, 1, 2, 3, 0, 200, 201])],
    ['file-type', 'a.xlsx', 'PK'],
    ['file-type', 'a', measure],
    ['file-unreadable', 'a.docx', Buffer.from('504b0304ffffffff', 'hex')],
    ['file-needs-conversion', 'a.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), word()])],
  ])('%s', async (code, name, content) => {
    const { exit, output, json } = await run('parse', file(name, content))
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(json).toMatchObject({ schema: 'parse/1', error: { code } })
  })

  test('no more than 20 MB', async () => {
    const { json } = await run('parse', file('long.txt', Buffer.alloc(20 * 1024 ** 2 + 1, '一')))
    expect(json).toMatchObject({ error: { code: 'file-too-large' } })
  })
})

function word() {
  return Buffer.from('WordDocument', 'utf16le')
}

describe('arguments', () => {
  test.each([
    ['verb-unknown', ['read']],
    ['verb-unknown', ['constructor']],
    ['usage', ['parse']],
    ['usage', ['parse', 'a', 'b']],
    ['option-unknown', ['parse', '--fast', 'a']],
    ['option-value', ['parse', 'a', '--lang']],
    ['option-choice', ['parse', 'a', '--lang', 'fr']],
  ])('%s: %j', async (code, words) => {
    const { exit, json } = await run(...words)
    expect(exit).toBe(64)
    expect(json).toMatchObject({ error: { code } })
  })

  test('a defect is ours and says so', async () => {
    const broken = { ...verbs.parse!, run: () => Promise.reject(new Error('unexpected')) }
    const { exit, json } = await runVerb({ broken }, ['broken', file('b.txt', measure)], folder)
    expect(exit).toBe(70)
    expect(json).toMatchObject({ schema: 'broken/1', error: { code: 'defect', message: /unexpected/ } })
  })
})

describe('cite', () => {
  const library = () => {
    mkdirSync(join(folder, 'laws'), { recursive: true })
    file(
      'laws/清宁市犬只管理办法(2020-01-01).txt',
      '清宁市犬只管理办法\n第一条　为了规范犬只管理，制定本办法。\n第二条　本办法自2020年2月1日起施行。',
    )
    file(
      'laws/清宁市养犬管理规定(2024-05-01).txt',
      '清宁市养犬管理规定\n第一条　为了规范养犬，制定本规定。\n第二条　本规定自2024年6月1日起施行。《清宁市犬只管理办法》同时废止。',
    )
    return file(
      'draft.txt',
      '清宁市犬只收容细则\n第一条　根据《清宁市犬只管理办法》第一条和《清宁市养犬管理规定》第一条，制定本细则。\n第二条　本细则自2026年1月1日起施行。',
    )
  }

  test('tells what is in force and what is repealed, and fails on what was asked for', async () => {
    const words = ['cite', '--library', 'laws', '--on', '2026-03-01', '--fail-on', 'repealed,unresolved', library()]
    const { exit, json, output } = await run(...words)
    expect(exit).toBe(1)
    expect(json).toMatchObject({
      schema: 'cite/1',
      on: '2026-03-01',
      citations: [
        { line: 2, quote: '《清宁市犬只管理办法》第一条', status: 'repealed' },
        { line: 2, quote: '《清宁市养犬管理规定》第一条', status: 'in-force', verification: 'index' },
      ],
    })
    expect(output.split('\n')[0]).toBe(
      '2\trepealed\t《清宁市犬只管理办法》第一条\t《清宁市犬只管理办法》第一条\trepealed 《清宁市养犬管理规定》第一条',
    )
    expect(
      (await run('cite', '--library', 'laws', '--on', '2023-03-01', '--fail-on', 'repealed', 'draft.txt')).exit,
    ).toBe(0)
  })

  test('says that nothing is known without a library', async () => {
    const { json } = await run('cite', library())
    expect(json).toMatchObject({
      citations: [{ status: 'not-in-library', verification: null }, { status: 'not-in-library' }],
    })
  })

  test.each([
    [64, 'date-invalid', ['--on', '2026-02-30']],
    [64, 'option-choice', ['--fail-on', 'wrong']],
    [2, 'file-absent', ['--library', 'nowhere']],
  ])('%i %s', async (exit, code, words) => {
    expect(await run('cite', ...words, library())).toMatchObject({ exit, json: { error: { code } } })
  })
})

const amended = measure
  .replace('为了规范犬只管理', '为了规范犬只管理，保障公民人身安全')
  .replace('\n第二条', '\n第二条　本市犬只管理适用本办法。\n第三条')

describe('compare', () => {
  test('tells a change a line, and fails where it was asked to', async () => {
    const words = ['compare', file('old.txt', measure), file('new.txt', amended)]
    const { exit, output, json } = await run(...words)
    expect(exit).toBe(0)
    expect(output).toContain('第一条')
    expect(output).toContain('{+保障公民人身安全，+}')
    const changes = (json as { changes: { runs: [string, string][] }[] }).changes
    const side = (sign: string) =>
      changes
        .flatMap(({ runs }) => runs)
        .filter(([own]) => own === '=' || own === sign)
        .map(([, text]) => text)
        .join('')
    expect(side('-')).toBe(measure)
    expect(side('+')).toBe(amended)
    expect((await run(...words, '--fail-on', 'change')).exit).toBe(1)
    expect((await run('compare', 'old.txt', 'old.txt', '--fail-on', 'change')).exit).toBe(0)
  })

  test('writes one file of HTML, in full or as a table', async () => {
    file('old.txt', measure)
    file('new.txt', amended)
    expect((await run('compare', '--html', 'old.txt', 'new.txt')).output).toMatch(
      /^<!doctype html>[\s\S]*<ins>保障公民人身安全，<\/ins>/,
    )
    expect((await run('compare', '--table', 'old.txt', 'new.txt')).output).toMatch(/^<!doctype html>[\s\S]*<table/)
    expect(await run('compare', '--table', '--html', 'old.txt', 'new.txt')).toMatchObject({ exit: 64 })
  })
})

describe('amend and consolidate', () => {
  test('a decision is written, and carried out it gives the new text', async () => {
    file('old.txt', measure)
    file('new.txt', amended)
    const { exit, output, json } = await run('amend', '--issuer', '清宁市人民政府', 'old.txt', 'new.txt')
    expect(exit).toBe(0)
    expect(output).toContain('清宁市人民政府关于修改《某市犬只管理办法》的决定')
    expect(output).toContain('增加一条，作为第二条：“本市犬只管理适用本办法。”')
    expect(output).toContain('本决定自××××年××月××日起施行。')
    expect(json).toMatchObject({ schema: 'amend/1', certificate: { new: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    const applied = await run('consolidate', 'old.txt', file('decision.txt', output))
    expect(applied).toMatchObject({ exit: 0, output: amended })
  })

  test('a residue blocks the text, and is shown only when asked for', async () => {
    file('old.txt', measure)
    const decision =
      '关于修改《某市犬只管理办法》的决定\n一、将第九条修改为：“甲。”\n二、将第一条中的“规范”修改为“加强”。'
    file('wrong.txt', decision)
    const { exit, output, json } = await run('consolidate', 'old.txt', 'wrong.txt')
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(json).toMatchObject({
      text: null,
      error: { code: 'not-found' },
      instructions: [{ state: 'not-found' }, { state: 'applied', address: '第一条' }],
    })
    const partial = await run('consolidate', '--partial', 'old.txt', 'wrong.txt')
    expect(partial.exit).toBe(2)
    expect(partial.output).toContain('为了加强犬只管理')
  })

  test('two texts that do not differ need no decision', async () => {
    file('old.txt', measure)
    expect(await run('amend', 'old.txt', 'old.txt')).toMatchObject({ exit: 2, json: { error: { code: 'no-change' } } })
  })
})
