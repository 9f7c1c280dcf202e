import { join, resolve } from 'node:path'
import { systemLines } from '#app/messages/system.ts'
import { readBackup } from './backup/read-backup.server.ts'
import { writeBackup } from './backup/write-backup.server.ts'
import type { ControlAnswer, ControlCall } from './control.server.ts'
import type { Database } from './db.server.ts'
import type { Settings } from './env.server.ts'
import { StartFault } from './fault.server.ts'
import { libraryCommand } from './import/library-command.server.ts'
import { takeRealDocument } from './seed/real-document.server.ts'

export type CommandContext = { settings: Settings; database: Database }

/** A command returns what it prints. `directory` is where the person stands; paths are meant from there. */
export type Command = {
  usage: string
  /** `live`: also inside a server that answers requests. `alone`: on a database that nobody has opened or migrated. */
  runs: 'live' | 'alone'
  run(context: CommandContext, args: string[], directory: string): Promise<string>
}

const filesFolder = ({ dataDir }: Settings) => join(dataDir, 'files')
const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`
const stamp = (now: Date) => now.toISOString().slice(0, 19).replace(/\D/g, '')

async function backUp({ settings, database }: CommandContext, path: string, now: Date): Promise<string> {
  const size = await writeBackup(database, filesFolder(settings), path, now)
  return systemLines('backup-written', { path, size: megabytes(size) })
}

/** Everything that can be done from a shell. A server that holds the embedded database runs them itself. */
export const commands: Record<string, Command> = {
  backup: {
    usage: 'npm run backup -- [FILE.tar.gz]',
    runs: 'live',
    run: (context, [file], directory) => {
      const now = new Date()
      return backUp(
        context,
        file ? resolve(directory, file) : join(context.settings.backupDir, `wenheng-${stamp(now)}.tar.gz`),
        now,
      )
    },
  },
  'demo:real': {
    usage: 'npm run demo:real -- FILE [--matter ID]',
    runs: 'live',
    run: takeRealDocument,
  },
  library: {
    usage: 'npm run library -- import DIR|FILE.zip [--as POST]',
    runs: 'live',
    run: libraryCommand,
  },
  restore: {
    usage: 'npm run restore -- FILE.tar.gz',
    runs: 'alone',
    run: async ({ settings, database }, [file], directory) => {
      if (!file) throw new StartFault('command-usage', { usage: commands.restore.usage })
      return systemLines('restore-done', await readBackup(database, filesFolder(settings), resolve(directory, file)))
    },
  },
}

export const knownCommands = () => Object.keys(commands).join(' ')

/** Carries out a command that came in from a shell beside the server. */
export async function answerCommand(
  { name, args, directory }: ControlCall,
  context: CommandContext,
): Promise<ControlAnswer> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { ok: false, output: systemLines('command-unknown', { name, known: knownCommands() }) }
  if (command.runs === 'alone') return { ok: false, output: systemLines('command-offline', { name }) }
  return { ok: true, output: await command.run(context, args, directory) }
}

/** The way back, should a migration go wrong. */
export const backUpBeforeMigration = async (context: CommandContext): Promise<void> => {
  const now = new Date()
  console.error(await backUp(context, join(context.settings.backupDir, `before-migration-${stamp(now)}.tar.gz`), now))
}
