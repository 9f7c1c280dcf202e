import { expect, test } from 'vitest'
import { comesFromHere } from '#app/server/origin.server.ts'

const demo = { mode: 'demo', publicOrigin: 'http://127.0.0.1:3000' } as const
const real = { mode: 'production', publicOrigin: 'https://wenheng.example.gov.cn' } as const

test.each([
  ['its own origin', real.publicOrigin, undefined, real, true],
  ['no origin, but the browser says same-origin', undefined, 'same-origin', real, true],
  ['neither', undefined, undefined, real, false],
  ['another site', 'https://example.org', undefined, real, false],
  ['another scheme', 'http://wenheng.example.gov.cn', undefined, real, false],
  ['another port', 'https://wenheng.example.gov.cn:8443', undefined, real, false],
  ['an origin that is hidden', 'null', undefined, real, false],
  ['a foreign origin that claims to be the same', 'https://example.org', 'same-origin', real, false],
  ['a neighbour without origin', undefined, 'same-site', real, false],
  ['an address typed in', undefined, 'none', real, false],
  ['another name of this machine in a demonstration', 'http://localhost:3000', undefined, demo, true],
  ['another name of this machine in a real system', 'http://localhost:3000', undefined, real, false],
  ['another port of this machine', 'http://localhost:3001', undefined, demo, false],
  ['a name that only looks like this machine', 'http://localhost.example.org:3000', undefined, demo, false],
])('a form from %s', (_words, origin, site, settings, welcome) => {
  expect(comesFromHere({ origin, site }, settings)).toBe(welcome)
})
