import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isValidOn } from '#app/domain/access/directory.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import type { Actor } from '#app/domain/acts/act.ts'
import { systemLines } from '#app/messages/system.ts'
import { translator } from '#app/messages/translator.ts'
import { actorIn, type World } from '../acts/perform.server.ts'
import { clockOf } from '../clock.server.ts'
import type { Database } from '../db.server.ts'
import type { Settings } from '../env.server.ts'
import { StartFault } from '../fault.server.ts'
import { fileStoreOf } from '../files.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { filesOfZip, type LibraryFile } from './library-files.server.ts'
import { filesOfFolder } from './library-folder.server.ts'
import { importLibrary } from './library-import.server.ts'

const usage = 'npm run library -- import DIR|FILE.zip [--as POST]'
const progressEvery = 200

/** Imports a folder or archive of laws from a shell, in the name of a system administrator. */
export async function libraryCommand(
  started: { settings: Settings; database: Database },
  args: readonly string[],
  directory: string,
): Promise<string> {
  const { path, postId } = readArguments(args)
  const world: World = { ...started, files: fileStoreOf(started.settings) }
  const files = await filesAt(resolve(directory, path))
  const actor = await administratorOf(world, postId)
  const report = await importLibrary(world, { actor, files, origin: 'command' }, (done, total) => {
    if (done % progressEvery === 0) console.error(systemLines('library-progress', { done, total }))
  })
  const { faults, ...counts } = report
  const [zh, en] = [translator('zh-CN'), translator('en')]
  return [
    systemLines('library-imported', { ...counts, faults: faults.length }),
    ...faults.map(({ path: file, code }) => `  ${file}: ${sentence(zh, code)} / ${sentence(en, code)}`),
  ].join('\n')
}

const sentence = (t: ReturnType<typeof translator>, code: string) =>
  t([`library.fault.${code}`, `errors.${code}`, `refusals.${code}`], { defaultValue: code })

function readArguments(args: readonly string[]): { path: string; postId: string | null } {
  const [verb, ...rest] = args
  const at = rest.indexOf('--as')
  const postId = at >= 0 ? (rest[at + 1] ?? '') : null
  const [path] = at >= 0 ? rest.filter((_, index) => index !== at && index !== at + 1) : rest
  if (verb !== 'import' || !path || postId === '') throw new StartFault('command-usage', { usage })
  return { path, postId }
}

async function filesAt(path: string): Promise<LibraryFile[]> {
  if (!existsSync(path)) throw new StartFault('file-not-found', { path })
  if (statSync(path).isDirectory()) return filesOfFolder(path)
  const bytes = readFileSync(path)
  if (/\.zip$/i.test(path)) return filesOfZip(bytes)
  return [{ path: path.split(/[\\/]/).at(-1)!, bytes: async () => bytes }]
}

/** The post named, or the only system administrator; where there are several, one has to be named. */
async function administratorOf(world: World, postId: string | null): Promise<Actor> {
  const { client } = world.database
  const directory = await findDirectory(client, client)
  const today = shanghaiDate((await clockOf(client, world.settings)).now())
  const posts = [...directory.posts.values()].filter(
    (post) => post.roles.includes('system-administrator') && isValidOn(post, today) && (!postId || post.id === postId),
  )
  const actor = posts.length === 1 ? actorIn(directory, posts[0]!.id) : null
  if (!actor) throw new StartFault('library-administrator', { posts: posts.map(({ id }) => id).join(' '), usage })
  return actor
}
