import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runVerb } from '#app/cli/text/run.ts'
import { verbs } from '#app/cli/text/verbs.ts'
import { certificateOf, testKey } from '#test/support/certified.ts'
import { decided } from '#test/support/decision-road.ts'

const key = testKey()
const certificate = key.signed(certificateOf(decided()))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
  writeFileSync(join(folder, 'key.pem'), key.pem)
  writeFileSync(join(folder, 'other.pem'), testKey().pem)
  writeFileSync(join(folder, 'not-a-key.pem'), 'x')
})
afterAll(() => rmSync(folder, { recursive: true }))

const asked = (content: unknown, ...words: string[]) => {
  writeFileSync(join(folder, 'c.json'), typeof content === 'string' ? content : JSON.stringify(content))
  return runVerb(verbs, ['verify', ...words, 'c.json'], folder)
}

test('a certificate as it was signed is valid', async () => {
  const { exit, output, json } = await asked(certificate, '--key', 'key.pem')
  expect(exit).toBe(0)
  expect(output).toContain('有效：《清河市机动车停放服务收费调整方案》的程序证明')
  expect(json).toMatchObject({ verdict: 'valid', places: [], certificate: { key: certificate.key } })
})

test('without a key, and without a signature, that is said', async () => {
  const unchecked = await asked(certificate)
  expect(unchecked).toMatchObject({ exit: 0, json: { verdict: 'unchecked' } })
  expect(unchecked.output).toContain('签名没有核对')
  const unsigned = await asked({ ...certificate, key: null, signature: null }, '--key', 'key.pem', '--lang', 'en')
  expect(unsigned).toMatchObject({ exit: 0, json: { verdict: 'unsigned' } })
  expect(unsigned.output).toMatch(/^Valid but unsigned/)
})

test('a changed one is refused with its place', async () => {
  const place = certificate.gates.findIndex(({ rule }) => rule === 'public-comment-decision')
  const gates = certificate.gates.map((gate, at) => (at === place ? { ...gate, state: 'met' } : gate))
  const { exit, output, json } = await asked({ ...certificate, gates }, '--key', 'key.pem', '--lang', 'en')
  expect(exit).toBe(1)
  expect(json).toMatchObject({
    verdict: 'altered',
    places: [
      { pointer: `/gates/${place}/state`, code: 'differs', message: 'should be "exempt", is "met"' },
      { pointer: '/signature/value', code: 'signature' },
    ],
  })
  expect(output).toMatch(/^Altered: .*\nGate “.*” \(\/gates\/\d+\/state\): should be "exempt", is "met"$/m)
})

test.each([
  ['/packs/0/value/parameters/0/value', '规则包'],
  ['/records/0/payload/payload/title', '第 1 号记录（立项）'],
  ['/audit/root', '审计链'],
  ['/evidence/0/on', '证据“initiation 材料”'],
  ['/facts/today', '事实 today'],
])('%s is told as %s', async (pointer, words) => {
  const changed = structuredClone(certificate) as unknown as Record<string, unknown>
  const names = pointer.split('/').slice(1)
  const last = names.pop()!
  const holder = names.reduce((value, name) => value[name] as Record<string, unknown>, changed)
  holder[last] = typeof holder[last] === 'number' ? holder[last] + 1 : `${String(holder[last])}0`
  const { exit, json } = await asked(changed)
  expect(exit).toBe(1)
  expect((json.places as Array<{ place: string }>).map(({ place }) => place).join('\n')).toContain(words)
})

test('another key is named beside the one that signed', async () => {
  const { exit, output } = await asked(certificate, '--key', 'other.pem')
  expect(exit).toBe(1)
  expect(output).toContain(certificate.key)
})

test.each([
  ['broken JSON', '{', 'json-broken'],
  ['another schema', '{"schema":"certificate/2"}', 'not-a-certificate'],
  ['nothing', '', 'empty'],
  ['a list without a bottom', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'not-a-certificate'],
  ['half a character', '{"schema":"\\ud800"}', 'not-a-certificate'],
])('what is no certificate is refused: %s', async (_, content, code) => {
  const { exit, messages } = await asked(content)
  expect(exit).toBe(2)
  expect(messages[0]).toMatchObject({ code, file: 'c.json' })
})

test('a key that is none, and a wrong call', async () => {
  const asKey = (name: string) => asked(certificate, '--key', name)
  expect(await asKey('not-a-key.pem')).toMatchObject({
    exit: 2,
    messages: [{ code: 'key-unreadable', file: 'not-a-key.pem' }],
  })
  expect(await asKey('absent.pem')).toMatchObject({ exit: 2, messages: [{ code: 'file-absent' }] })
  expect((await runVerb(verbs, ['verify'], folder)).exit).toBe(64)
  expect((await asked(certificate, '--keys', 'key.pem')).exit).toBe(64)
})
