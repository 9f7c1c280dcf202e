import { createServer, type Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { systemLines } from '#app/messages/system.ts'
import { createApplication } from './application.server.ts'
import { answerCommand, backUpBeforeMigration } from './commands.server.ts'
import { controlPath, listenForCommands } from './control.server.ts'
import { StartFault } from './fault.server.ts'
import { watchTime } from './jobs/run.server.ts'
import { log } from './log.server.ts'
import { prepare } from './prepare.server.ts'
import { exitWith, open, settingsOrExit } from './start-up.server.ts'
import { world } from './world.server.ts'

/** How long requests at hand may take when the server is told to stop. */
const stopMilliseconds = 10_000

/** Starts the server and returns when it listens. With `vite`, pages are built as they are asked for. */
export async function serve(vite?: ViteDevServer): Promise<void> {
  const settings = settingsOrExit()
  const started = await open(settings, { before: (database) => backUpBeforeMigration({ settings, database }) }).catch(
    exitWith,
  )
  try {
    const lines = await prepare(started)
    const build = () =>
      vite
        ? (vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>)
        : import('virtual:remix/server-build')
    const server = createServer(createApplication({ settings, build, vite }))
    const stopCommands = settings.databaseUrl
      ? async () => {}
      : await listenForCommands(controlPath(settings.dataDir), (call) => answerCommand(call, started))
    const stopWatching = watchTime(world())
    await listening(server, settings.port, settings.host)
    stopOnSignal(server, async () => {
      await stopCommands()
      await stopWatching()
      await vite?.close()
      await started.close()
    })
    log.info({ mode: settings.mode, database: started.database.kind, url: settings.publicOrigin }, 'serving')
    console.error([...lines, systemLines('serving', { url: settings.publicOrigin })].join('\n'))
  } catch (error) {
    await started.close()
    exitWith(error)
  }
}

const listening = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartFault('port-busy', { port }, error) : error),
    )
    server.listen(port, host, resolve)
  })

/** Requests at hand are answered, then what is open is closed. A second signal does not wait. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.error(systemLines('stopping'))
    setTimeout(() => server.closeAllConnections(), stopMilliseconds).unref()
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
