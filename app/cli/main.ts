/**
 * The commands: node build/server/cli.js NAME ARGUMENTS. Where a running server holds the embedded database,
 * it carries the command out; else this process does.
 */
import { commands, knownCommands } from '#app/server/commands.server.ts'
import { callServer } from '#app/server/control.server.ts'
import { StartFault } from '#app/server/fault.server.ts'
import { lockHolder } from '#app/server/lock.server.ts'
import { exitWith, open, settingsOrExit } from '#app/server/start-up.server.ts'

const [name = '', ...args] = process.argv.slice(2)
const directory = process.env.INIT_CWD ?? process.cwd()

async function run(): Promise<string> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new StartFault('command-unknown', { name, known: knownCommands() })
  const settings = settingsOrExit()
  const holder = settings.databaseUrl ? null : lockHolder(settings.dataDir)
  if (holder) {
    const { ok, output } = await callServer(holder.socket, { name, args, directory })
    process.exitCode = ok ? 0 : 1
    return output
  }
  const started = await open(settings, command.runs === 'alone' ? { migrates: false } : {})
  return command.run(started, args, directory).finally(() => started.close())
}

run()
  .then((output) => console.log(output), exitWith)
  .then(() => process.exit())
