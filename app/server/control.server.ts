import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export type ControlCall = { name: string; args: string[]; directory: string }
export type ControlAnswer = { ok: boolean; output: string }

/** Systems allow about 100 bytes for the path of a socket. */
const longestPath = 100

/** Where the server of a data directory listens for commands of the same machine and user. */
export function controlPath(dataDir: string): string {
  const name = `wenheng-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const path = join(dataDir, 'control.sock')
  return Buffer.byteLength(path) <= longestPath ? path : join(tmpdir(), `${name}.sock`)
}

/** Listens for commands and returns how to stop. Only the user that runs the server can reach it. */
export function listenForCommands(
  path: string,
  answer: (call: ControlCall) => Promise<ControlAnswer>,
): Promise<() => Promise<void>> {
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer(async (incoming, outgoing) => {
    const call = JSON.parse(await text(incoming)) as ControlCall
    const given = await answer(call).catch((error: Error): ControlAnswer => ({ ok: false, output: error.message }))
    outgoing.setHeader('Content-Type', 'application/json').end(JSON.stringify(given))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600)
      resolve(() => new Promise((done) => server.close(() => done())))
    })
  })
}

/** Hands a command to the running server. */
export function callServer(path: string, call: ControlCall): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: path, method: 'POST', path: '/' }, (incoming) =>
      text(incoming).then((body) => resolve(JSON.parse(body) as ControlAnswer), reject),
    )
    outgoing.once('error', reject)
    outgoing.end(JSON.stringify(call))
  })
}
