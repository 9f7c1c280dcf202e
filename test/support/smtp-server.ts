import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export type Received = { from: string; to: string[]; data: string }

/** A small mail server on the loopback: it keeps what it takes, and refuses recipients that it is told to refuse. */
export async function startSmtpServer() {
  const received: Received[] = []
  const refused = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, received, refused)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refused,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One conversation by RFC 5321: EHLO, MAIL, RCPT, DATA, QUIT. */
function converse(socket: Socket, received: Received[], refused: ReadonlySet<string>): void {
  let letter: Received = { from: '', to: [], data: '' }
  let inData = false
  let waiting = ''
  const say = (line: string) => void socket.write(`${line}\r\n`)
  const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''
  const answers: Record<string, (line: string) => void> = {
    ehlo: () => say('250 test'),
    helo: () => say('250 test'),
    mail: (line) => {
      letter = { from: addressIn(line), to: [], data: '' }
      say('250 sender taken')
    },
    rcpt: (line) => {
      const address = addressIn(line)
      if (refused.has(address)) return say('550 no such mailbox')
      letter.to.push(address)
      say('250 recipient taken')
    },
    data: () => {
      inData = true
      say('354 go on')
    },
    quit: () => {
      say('221 bye')
      socket.end()
    },
    rset: () => say('250 begun anew'),
  }
  say('220 test')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    waiting += chunk.toString('utf8')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (!inData) (answers[line.slice(0, 4).toLowerCase()] ?? (() => say('502 not understood')))(line)
      else if (line === '.') {
        inData = false
        received.push(letter)
        say('250 letter taken')
      } else letter.data += `${line.replace(/^\.\./, '.')}\n`
    }
  })
}
