import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { applicationRoot } from '#app/server/root.server.ts'
import { type DatabaseKind, freshSettings } from './database.ts'
import { freePort } from './postgres.mjs'

export type TestServer = {
  /** http://127.0.0.1:PORT */
  origin: string
  /** The settings that it runs with, for a command or a second server on the same data. */
  env: Record<string, string>
  /** All that it has printed so far. */
  printed(): string
  /** Sends a signal and returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export type TestServerOptions = {
  kind: DatabaseKind
  /** Where its clock begins. */
  clock?: string
  env?: Record<string, string>
}

const secondsToStart = 90

/** The built application in a process of its own, on a free port, with data of its own. */
export async function startServer({ kind, clock, env = {} }: TestServerOptions): Promise<TestServer> {
  const { env: data, remove } = await freshSettings(kind)
  const port = await freePort()
  const settings = {
    WENHENG_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'info',
    DEMO_CITY: 'no',
    ...data,
    ...(clock ? { CLOCK_START: clock } : {}),
    ...env,
  }
  const started = await startProcess(settings)
  return {
    ...started,
    origin: `http://127.0.0.1:${port}`,
    env: settings,
    remove: () => started.stop('SIGKILL').then(remove),
  }
}

/** The server on given settings; throws with all that it printed where it ends before it listens. */
export async function startProcess(settings: Record<string, string>): Promise<Pick<TestServer, 'printed' | 'stop'>> {
  const child = spawn(process.execPath, [join(applicationRoot, 'build/server/main.js')], {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const log = logFile(`server-${settings.PORT}.log`)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const serving = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        words += chunk
        log.write(chunk)
        if (words.includes('Wenheng is running')) resolve()
      })
    }
  })
  const late = new Promise((resolve) => setTimeout(resolve, secondsToStart * 1000).unref())
  const outcome = await Promise.race([
    serving.then(() => 'serving'),
    ended.then(() => 'ended'),
    late.then(() => 'late'),
  ])
  if (outcome !== 'serving') {
    child.kill('SIGKILL')
    throw new Error(
      `The server ${outcome === 'late' ? `did not start within ${secondsToStart} s` : 'ended'}:\n${words}`,
    )
  }
  return { printed: () => words, stop: (signal = 'SIGTERM') => stop(child, ended, signal) }
}

function stop(child: ChildProcess, ended: Promise<number | null>, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null) child.kill(signal)
  return ended
}

/** Kept for a look after a failure. */
export function logFile(name: string) {
  const folder = join(applicationRoot, 'test/output')
  mkdirSync(folder, { recursive: true })
  return createWriteStream(join(folder, name))
}
