import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readSettings, settingsReport } from '#app/server/env.server.ts'

const production = {
  WENHENG_MODE: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_ORIGIN: 'https://wenheng.example.gov.cn',
}

const faults = (environment: Record<string, string>) => {
  const read = readSettings(environment)
  return read.ok ? [] : read.error.map(({ code, fields }) => `${code} ${fields.name ?? fields.value}`)
}

test('nothing set is a demonstration on this machine', () => {
  expect(readSettings({})).toMatchObject({
    ok: true,
    value: {
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: 'http://127.0.0.1:3000',
      uploadMax: 30 * 1024 ** 2,
      sessionIdle: 1800,
      fileStore: 'dir',
    },
  })
})

test('an empty value is an absent one, so .env.example is a demonstration', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>
  expect(faults(example)).toEqual([])
})

test('.env.example documents every setting', () => {
  const source = readFileSync('app/server/env.server.ts', 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name)
  const documented = Object.keys(parseEnv(readFileSync('.env.example', 'utf8')))
  expect(names.filter((name) => !documented.includes(name))).toEqual([])
  expect(names.length).toBeGreaterThan(15)
})

describe('what is refused', () => {
  test.each([
    [{ HOST: '0.0.0.0' }, ['setting-loopback 0.0.0.0']],
    [{ PORT: '70000' }, ['setting-invalid PORT']],
    [{ PORT: 'http' }, ['setting-invalid PORT']],
    [{ WENHENG_MODE: 'test' }, ['setting-invalid WENHENG_MODE']],
    [{ DATABASE_URL: 'mysql://x/y' }, ['setting-invalid DATABASE_URL']],
    [{ UPLOAD_MAX: '30 apples' }, ['setting-invalid UPLOAD_MAX']],
    [{ SESSION_IDLE: '30' }, ['setting-invalid SESSION_IDLE']],
    [{ PUBLIC_ORIGIN: 'https://host/path' }, ['setting-invalid PUBLIC_ORIGIN']],
    [{ SMTP_URL: 'smtp://mail' }, ['setting-required SMTP_FROM']],
    [{ WENHENG_MODE: 'production' }, ['setting-required SESSION_SECRET', 'setting-required PUBLIC_ORIGIN']],
    [{ ...production, SESSION_SECRET: 'short' }, ['setting-invalid SESSION_SECRET']],
    [{ ...production, CLOCK_START: '2026-03-02T09:00:00+08:00' }, ['setting-invalid CLOCK_START']],
    [{ CLOCK_START: '2026-03-02' }, ['setting-invalid CLOCK_START']],
  ])('%o', (environment, expected) => {
    expect(faults(environment as Record<string, string>)).toEqual(expected)
  })

  test('all at once, each in both languages', () => {
    const read = readSettings({ PORT: 'x', HOST: '0.0.0.0', LOG_LEVEL: 'loud' })
    const report = settingsReport(read.ok ? [] : read.error)
    expect(report).toMatch(/^设置有 3 处错误/)
    for (const name of ['PORT', 'HOST', 'LOG_LEVEL'])
      expect(report.match(new RegExp(name, 'g'))?.length).toBeGreaterThanOrEqual(2)
    expect(report).not.toMatch(/undefined|\{\w+\}/)
  })
})

test.each([
  ['30m', 30 * 1024 ** 2],
  ['512k', 512 * 1024],
  ['1G', 1024 ** 3],
  ['1000', 1000],
])('UPLOAD_MAX %s is %i bytes', (written, bytes) => {
  expect(readSettings({ UPLOAD_MAX: written })).toMatchObject({ value: { uploadMax: bytes } })
})

test.each([
  ['45s', 45],
  ['15min', 900],
  ['8h', 28_800],
  ['1d', 86_400],
])('SESSION_IDLE %s is %i seconds', (written, seconds) => {
  expect(readSettings({ SESSION_IDLE: written })).toMatchObject({ value: { sessionIdle: seconds } })
})

test('a real system listens where it is told', () => {
  expect(readSettings({ ...production, HOST: '0.0.0.0' })).toMatchObject({
    ok: true,
    value: { host: '0.0.0.0', mode: 'production' },
  })
})
