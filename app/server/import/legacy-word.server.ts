import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Limits, refuse } from './reading.server.ts'

/** Where LibreOffice is on this machine, or null. */
export async function findOffice(searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter)) {
    for (const name of ['soffice', 'libreoffice']) {
      const program = path.join(folder, name)
      const usable =
        folder !== '' &&
        (await access(program, constants.X_OK).then(
          () => true,
          () => false,
        ))
      if (usable) return program
    }
  }
  return null
}

/**
 * Lets LibreOffice make a .docx of an older file, in a folder and with a profile of its own that are removed afterwards.
 * The file is given a name of ours: the name it came with reaches neither a path nor a command line.
 */
export async function convertToDocx(
  office: string,
  bytes: Buffer,
  ending: 'doc' | 'rtf' | 'odt',
  limits: Limits,
): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wenheng-word-'))
  try {
    const input = path.join(folder, `input.${ending}`)
    await writeFile(input, bytes, { mode: 0o600 })
    const profile = pathToFileURL(path.join(folder, 'profile')).href
    await run(
      office,
      [
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--nodefault',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'docx',
        '--outdir',
        folder,
        input,
      ],
      limits.conversionSeconds,
    )
    const output = path.join(folder, 'input.docx')
    const size = await stat(output).then(
      (found) => found.size,
      () => 0,
    )
    if (size === 0 || size > limits.inflatedBytes) refuse('file-conversion-failed', { format: ending })
    return await readFile(output)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: string[], seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    // The program is a script that starts others: the whole group has to end.
    const timer = setTimeout(() => {
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }, seconds * 1000)
    // A program that cannot be started leaves no file, and that is what is looked at.
    child.on('error', () => resolve())
    child.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
