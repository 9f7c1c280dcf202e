import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { titleOfText } from '#app/domain/acts/drafting.ts'
import type { Actor } from '#app/domain/acts/act.ts'
import { carriers, carrierWords, enclosedKinds } from '#app/domain/document/genres.ts'
import { latestVersion, opened } from '#app/domain/matter/matter.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { systemLines } from '#app/messages/system.ts'
import zh from '#app/messages/zh.ts'
import { translator } from '#app/messages/translator.ts'
import { actorIn, perform, type Request, type World } from '../acts/perform.server.ts'
import type { IncomingFile } from '../acts/uploads.server.ts'
import { isDemonstrationDatabase } from '../auth/demonstration.server.ts'
import type { Database } from '../db.server.ts'
import type { Settings } from '../env.server.ts'
import { StartFault } from '../fault.server.ts'
import { fileStoreOf } from '../files.server.ts'
import { readUpload } from '../import/upload.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'
import { seedNewDemonstration } from './new-demonstration.server.ts'

const drafterPost = 'xue-feng-urban'
const usage = 'npm run demo:real -- FILE [--matter ID]'

type Started = { settings: Settings; database: Database }

/** Takes a real document as a draft of the demonstration, as its drafter would, and says what the file held that the text does not. */
export async function takeRealDocument(started: Started, args: readonly string[], directory: string): Promise<string> {
  const { path, matterId } = readArguments(args)
  await seedNewDemonstration(started, (lines) => console.error(lines))
  if (started.settings.mode !== 'demo' || !(await isDemonstrationDatabase(started.database.client)))
    throw new StartFault('demonstration-only', { usage })
  const world: World = { ...started, files: fileStoreOf(started.settings) }
  const file = fileAt(resolve(directory, path))
  const id = matterId ?? (await openMatter(world, file))
  await saveVersion(world, id, file)
  return report(world, id, path)
}

function readArguments(args: readonly string[]): { path: string; matterId?: string } {
  const at = args.indexOf('--matter')
  const matterId = at >= 0 ? args[at + 1] : undefined
  const [path] = at >= 0 ? args.filter((_, index) => index !== at && index !== at + 1) : args
  if (!path || (at >= 0 && !matterId)) throw new StartFault('command-usage', { usage })
  return { path, matterId }
}

function fileAt(path: string): IncomingFile {
  try {
    return {
      field: 'file',
      name: basename(path),
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array(readFileSync(path)),
    }
  } catch (error) {
    throw new StartFault('file-not-found', { path }, error)
  }
}

/** The sentences of a refusal, in both languages. */
function refused(code: string): never {
  const words = (locale: 'zh-CN' | 'en') =>
    translator(locale)([`refusals.${code}`, `errors.${code}`], { defaultValue: code })
  throw new StartFault('document-refused', { zh: words('zh-CN'), en: words('en') })
}

async function done(world: World, request: Omit<Request, 'requestId' | 'origin'>): Promise<string> {
  const result = await perform(world, { ...request, requestId: randomUUID(), origin: 'command' })
  return result.ok ? result.value.matterId! : refused(result.error.inputErrors ? 'input-invalid' : result.error.code)
}

async function actorAt({ database }: World, postId: string): Promise<Actor> {
  const actor = actorIn(await findDirectory(database.client, database.client), postId)
  return actor ?? refused('post-ended')
}

/** Nothing is assumed about a document that nobody has read: its facts are unknown, and every step may apply. */
const unknownFacts = {
  affectsRights: null,
  marketRelated: null,
  majorDecision: null,
  severalPowers: null,
  emergency: false,
  money: false,
  posts: false,
  prices: false,
  licences: false,
}

async function openMatter(world: World, file: IncomingFile): Promise<string> {
  const read = await readUpload(file)
  if (!read.ok) return refused(read.error.code)
  let next = 0
  const title = (
    titleOfText(parse(read.value.source, () => `p${next++}`)) || basename(file.name, extname(file.name))
  ).slice(0, 300)
  const carrier = carriers.find((one) => title.endsWith(carrierWords[one])) ?? 'notice'
  const enclosed = enclosedKinds.find((one) => title.includes(zh.vocabulary[`enclosed-${one}`])) ?? null
  const input = {
    title,
    carrier,
    enclosed,
    authority: 'government',
    issuerId: 'city',
    facts: unknownFacts,
    notSecret: true,
  }
  return done(world, { act: 'open-matter', actor: await actorAt(world, drafterPost), input })
}

async function saveVersion(world: World, matterId: string, file: IncomingFile): Promise<void> {
  const matter = await findMatter(world.database.client, matterId)
  const opening = matter && opened(matter)
  if (!opening) return refused('not-found')
  const latest = latestVersion(matter)
  await done(world, {
    act: 'save-version',
    matterId,
    actor: await actorAt(world, opening.postId),
    files: [file],
    input: { baseVersionId: latest?.payload.versionId ?? null, name: file.name.slice(0, 200) },
  })
}

const provisions = (text: LegalText): Provision[] => text.children.flatMap(withBelow)
const withBelow = (provision: Provision): Provision[] => [provision, ...provision.children.flatMap(withBelow)]

async function report({ database, settings }: World, matterId: string, file: string): Promise<string> {
  const version = latestVersion((await findMatter(database.client, matterId))!)!.payload
  const all = provisions((await findTexts(database.client, [version.versionId])).get(version.versionId)!)
  const counts = {
    file,
    provisions: all.length,
    articles: all.filter(({ kind }) => kind === 'article').length,
    left: version.leftBehind.length,
  }
  const [chinese, english] = [translator('zh-CN'), translator('en')]
  const left = version.leftBehind.map(
    ({ place, code, excerpt }) =>
      `  ${place} ${chinese(`drafting.left.${code}`)} / ${english(`drafting.left.${code}`)}${excerpt ? `：${excerpt.slice(0, 60)}` : ''}`,
  )
  return [systemLines('document-taken', counts), ...left, `${settings.publicOrigin}/matters/${matterId}`].join('\n')
}
