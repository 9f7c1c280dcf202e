import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockHolder, takeLock } from '#app/server/lock.server.ts'

const now = new Date('2026-03-02T01:00:00Z')

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'wenheng-lock-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('a data directory has one holder, until he gives it back', () => {
  const path = directory()
  const release = takeLock(path, now, '/socket')
  expect(lockHolder(path)).toMatchObject({ pid: process.pid, since: now.toISOString(), socket: '/socket' })
  expect(() => takeLock(path, now, '/other')).toThrow(
    new RegExp(`正由另一个进程.*${process.pid}.*in use by another process`, 's'),
  )
  release()
  expect(lockHolder(path)).toBeNull()
  takeLock(path, now, '/other')()
})

test('the lock of a process that has died is taken over', async () => {
  const path = directory()
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((ended) => child.once('exit', ended))
  takeLock(path, now, '/socket')
  const lock = JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))
  writeFileSync(join(path, 'lock'), JSON.stringify({ ...lock, pid: child.pid, token: 'gone' }))
  expect(lockHolder(path)).toBeNull()
  takeLock(path, now, '/socket')
  expect(lockHolder(path)?.pid).toBe(process.pid)
})

test('the lock of an earlier process with the same number is taken over', () => {
  const path = directory()
  takeLock(path, now, '/socket')
  const lock = JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))
  writeFileSync(join(path, 'lock'), JSON.stringify({ ...lock, born: 'an earlier boot/1', token: 'gone' }))
  expect(lockHolder(path)).toBeNull()
})

test('a lock that cannot be read is taken over', () => {
  const path = directory()
  writeFileSync(join(path, 'lock'), '')
  takeLock(path, now, '/socket')
  expect(lockHolder(path)?.pid).toBe(process.pid)
})

test('giving back leaves the lock of another', () => {
  const path = directory()
  const release = takeLock(path, now, '/socket')
  const lock = JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))
  writeFileSync(join(path, 'lock'), JSON.stringify({ ...lock, token: 'of another' }))
  release()
  expect(lockHolder(path)?.token).toBe('of another')
})
