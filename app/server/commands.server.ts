import { systemLines } from '#app/messages/system.ts'
import type { ControlAnswer, ControlCall } from './control.server.ts'
import type { Database } from './db.server.ts'
import type { Settings } from './env.server.ts'

export type CommandContext = { settings: Settings; database: Database }

/** A command prints what it returns. `directory` is where the person stands; paths are meant from there. */
export type Command = {
  usage: string
  /** May run inside a server that answers requests. */
  live: boolean
  run(context: CommandContext, args: string[], directory: string): Promise<string>
}

/** Everything that can be done from a shell. A server that holds the embedded database runs them itself. */
export const commands: Record<string, Command> = {}

export async function answerCommand({ name, args, directory }: ControlCall, context: CommandContext): Promise<ControlAnswer> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { ok: false, output: systemLines('command-unknown', { name, known: Object.keys(commands).join(' ') }) }
  if (!command.live) return { ok: false, output: systemLines('command-offline', { name }) }
  return { ok: true, output: await command.run(context, args, directory) }
}

/** Kept until backups are written by this version. */
export async function backUpBeforeMigration(_context: CommandContext): Promise<void> {}
