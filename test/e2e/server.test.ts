import { afterAll, expect, onTestFinished, test } from 'vitest'
import { describeOnEach } from '../support/database.ts'
import { browser, closeBrowser, visitor } from '../support/browser.ts'
import { startProcess, startServer } from '../support/server.ts'

afterAll(closeBrowser)

describeOnEach('the built server', (kind) => {
  test('answers, keeps its headers, refuses foreign forms and stops when told', async () => {
    const server = await startServer({ kind })
    onTestFinished(() => server.remove())

    const health = await fetch(`${server.origin}/health`)
    expect(await health.json()).toEqual({ status: 'ok', database: kind })
    expect(health.headers.get('referrer-policy')).toBe('same-origin')
    expect(health.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+';/)
    expect(health.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)

    const post = (headers: Record<string, string>) =>
      fetch(`${server.origin}/health`, { method: 'POST', headers, body: new URLSearchParams({ a: 'b' }) })
    const foreign: Record<string, string>[] = [{}, { Origin: 'null' }, { Origin: 'https://example.org' }, { 'Sec-Fetch-Site': 'cross-site' }]
    for (const headers of foreign) {
      const refused = await post(headers)
      expect(refused.status).toBe(403)
      expect(await refused.text()).toMatch(/请求的来源与本站不符.*The request did not come from a page of this site/s)
    }
    expect((await post({ Origin: server.origin })).status).not.toBe(403)
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).not.toBe(403)

    expect(await server.stop()).toBe(0)
  })
})

test('a second server on the same data directory is refused in a sentence, and one after a kill is not', async () => {
  const server = await startServer({ kind: 'pglite' })
  onTestFinished(() => server.remove())
  await expect(startProcess({ ...server.env, PORT: '0' })).rejects.toThrow(/正由另一个进程.*is in use by another process/s)
  await server.stop('SIGKILL')
  const second = await startProcess({ ...server.env, PORT: '0' })
  onTestFinished(() => void second.stop('SIGKILL'))
  expect(await second.stop()).toBe(0)
})

test('a page loads with its script and nothing from other hosts', async () => {
  const server = await startServer({ kind: 'pglite' })
  onTestFinished(() => server.remove())
  const { page, complaints, context } = await visitor(server.origin)
  const hosts = new Set<string>()
  context.on('request', (request) => hosts.add(new URL(request.url()).host))
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await page.waitForLoadState('networkidle')
  expect([...hosts]).toEqual([new URL(server.origin).host])
  expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  expect((await browser()).isConnected()).toBe(true)
})
