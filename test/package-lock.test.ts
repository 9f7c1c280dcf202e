import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingFrom, systemOf } from '../app/cli/lock.mjs'

test('the lock file holds the programs for other systems, so that `npm ci` accepts it (mend with npm run lock)', () => {
  expect(Object.keys(missingFrom(JSON.parse(readFileSync('package-lock.json', 'utf8'))))).toEqual([])
})

test('a program left out is written with the system that it is for', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { '@tool/win32-x64': '1.2.3', '@tool/linux-x64': '1.2.3' },
    },
    'node_modules/@tool/linux-x64': {},
  }
  expect(missingFrom({ packages })).toEqual({
    'node_modules/@tool/win32-x64': { version: '1.2.3', cpu: ['x64'], os: ['win32'], dev: true, optional: true },
  })
})

test.each([
  ['@rollup/rollup-linux-x64-musl', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
  ['@rollup/rollup-linux-arm-gnueabihf', { cpu: ['arm'], os: ['linux'], libc: ['glibc'] }],
  ['@rollup/rollup-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
  ['@biomejs/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
  ['fsevents', null],
])('%s', (name, system) => {
  expect(systemOf(name)).toEqual(system)
})
