import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    const foreign: Record<string, string>[] = [
      {},
      { Origin: 'null' },
      { Origin: 'https://example.org' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]
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
  await expect(startProcess({ ...server.env, PORT: '0' })).rejects.toThrow(
    /正由另一个进程.*is in use by another process/s,
  )
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

/** A command as a person gives it in a shell. */
function command(env: Record<string, string>, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['build/server/cli.js', ...args], {
    env: { ...process.env, INIT_CWD: '', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (output += words))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })))
}

test('a backup is taken while the server runs, and a server starts on what was restored from it', async () => {
  const server = await startServer({ kind: 'pglite' })
  onTestFinished(() => server.remove())
  const archive = join(server.env.DATA_DIR, 'copy.tar.gz')
  const taken = await command(server.env, 'backup', archive)
  expect(taken).toMatchObject({ code: 0, output: expect.stringContaining(`备份已写入 ${archive}`) })

  const refused = await command(server.env, 'restore', archive)
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('stop the server first') })

  const fresh = { ...server.env, DATA_DIR: join(server.env.DATA_DIR, 'restored'), PORT: '0' }
  const restored = await command(fresh, 'restore', archive)
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('已恢复') })
  const again = await startProcess(fresh)
  expect(await again.stop()).toBe(0)
})

test('faulty settings are reported at once and nothing is started', async () => {
  const faulty = startProcess({
    DATA_DIR: tmpdir(),
    WENHENG_MODE: 'production',
    PORT: 'x',
    SESSION_SECRET: '',
    PUBLIC_ORIGIN: '',
  })
  await expect(faulty).rejects.toThrow(/设置有 3 处错误.*PORT.*SESSION_SECRET.*PUBLIC_ORIGIN/s)
})
