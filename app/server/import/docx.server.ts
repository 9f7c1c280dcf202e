import path from 'node:path'
import { type Body, joinComments, readBody } from './docx-body.server.ts'
import { createNumberer, type Numberer } from './docx-numbering.server.ts'
import { type FileOrigin, type LeftBehind, type Limits, type ReadText, refuse } from './reading.server.ts'
import { originBookmark, originProperties } from './origin.server.ts'
import { XmlFault, XmlReader } from './xml.server.ts'
import { type Archive, openArchive } from './zip.server.ts'

const mainTypes = /wordprocessingml\.(document|template)\.main\+xml$/
const macroTypes = /macroEnabled|vbaProject/i

/** Reads a Word file. @throws Refused for what is not one, or more than the limits allow. */
export async function readDocx(bytes: Buffer, limits: Limits): Promise<ReadText> {
  const archive = await openArchive(bytes, limits)
  try {
    return await readParts(archive, limits)
  } catch (error) {
    if (error instanceof XmlFault) return refuse('file-unreadable')
    throw error
  } finally {
    archive.close()
  }
}

async function readParts(archive: Archive, limits: Limits): Promise<ReadText> {
  await checkKind(archive)
  const main = await mainPart(archive)
  const related = await relatedParts(archive, main)
  const part = async (type: string) => xmlText(await archive.read(related.get(type)?.[0] ?? ''))
  const document = xmlText(await archive.read(main)) ?? refuse('file-unreadable')
  const lists = { numbering: await part('numbering'), styles: await part('styles') }
  const read = (keepContents: boolean) =>
    bodyOf(document, createNumberer(lists.numbering, lists.styles), limits, keepContents)
  const found = read(false) ?? read(true) ?? refuse('file-unreadable')
  const notes = {
    footnote: noteTexts(await part('footnotes'), 'w:footnote'),
    endnote: noteTexts(await part('endnotes'), 'w:endnote'),
  }
  const comments = joinComments(found, commentTexts(await part('comments')))
  const margins = await marginTexts(archive, related)
  const origin = originIn(xmlText(await archive.read('docProps/custom.xml')), found.bookmarks)
  const leftBehind = [
    ...found.leftBehind,
    ...found.notes.map(
      ({ kind, id, place }): LeftBehind => ({ place, code: kind, excerpt: notes[kind].get(id)?.text ?? '' }),
    ),
    ...margins,
  ]
  const source = found.lines.join('\n')
  if (!source.trim()) refuse('file-no-text')
  return {
    source,
    tables: found.tables,
    leftBehind,
    trackedChanges: found.trackedChanges,
    comments,
    ...(origin ? { origin } : {}),
  }
}

function bodyOf(document: string, numberer: Numberer, limits: Limits, keepContents: boolean): Body | null {
  const reader = new XmlReader(document)
  if (reader.root() !== 'w:document') refuse('file-unreadable')
  const bodies: Array<Body | null> = []
  reader.children((name) => {
    if (name !== 'w:body' || bodies.length > 0) return undefined
    bodies.push(readBody(reader, numberer, limits, keepContents))
    return 'read'
  })
  return bodies[0] ?? null
}

/** An OFD, spreadsheet or bare archive under the name of a Word file is told apart by what it holds. */
async function checkKind(archive: Archive): Promise<void> {
  if (archive.names.has('OFD.xml')) refuse('file-not-text', { format: 'ofd' })
  const types = xmlText(await archive.read('[Content_Types].xml'))
  if (types === null) return refuse('file-mismatch', { format: 'docx' })
  const contentTypes: string[] = []
  const reader = new XmlReader(types)
  reader.root()
  reader.children((_, attributes) => {
    contentTypes.push(attributes.ContentType ?? '')
    return undefined
  })
  if (
    contentTypes.some((type) => macroTypes.test(type)) ||
    [...archive.names].some((name) => /vbaProject\.bin$/i.test(name))
  )
    refuse('file-macro')
  if (!contentTypes.some((type) => mainTypes.test(type))) refuse('file-mismatch', { format: 'docx' })
}

type Relation = { type: string; target: string }

function relations(xml: string | null, folder: string): Relation[] {
  if (xml === null) return []
  const found: Relation[] = []
  const reader = new XmlReader(xml)
  reader.root()
  reader.children((_, { Type = '', Target = '', TargetMode }) => {
    if (TargetMode === 'External') return undefined
    const target = Target.startsWith('/') ? Target.slice(1) : path.posix.join(folder, Target)
    found.push({ type: Type.slice(Type.lastIndexOf('/') + 1), target })
    return undefined
  })
  return found
}

async function mainPart(archive: Archive): Promise<string> {
  const main = relations(xmlText(await archive.read('_rels/.rels')), '').find(
    ({ type }) => type === 'officeDocument',
  )?.target
  return main && archive.names.has(main) ? main : 'word/document.xml'
}

async function relatedParts(archive: Archive, main: string): Promise<Map<string, string[]>> {
  const folder = path.posix.dirname(main)
  const rels = path.posix.join(folder, '_rels', `${path.posix.basename(main)}.rels`)
  const parts = new Map<string, string[]>()
  for (const { type, target } of relations(xmlText(await archive.read(rels)), folder))
    parts.set(type, [...(parts.get(type) ?? []), target])
  return parts
}

function xmlText(bytes: Buffer | null): string | null {
  if (!bytes) return null
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes)
  } catch {
    return refuse('file-unreadable')
  }
}

/** The words inside each element of a kind, by its id. Paragraphs are parted by a space; deleted words and field codes are left out. */
function noteTexts(xml: string | null, element: string): Map<string, { text: string; author: string }> {
  const texts = new Map<string, { text: string; author: string }>()
  if (xml === null) return texts
  const reader = new XmlReader(xml)
  reader.root()
  reader.children((name, attributes) => {
    if (name !== element || attributes['w:type']) return undefined
    texts.set(attributes['w:id'] ?? '', { text: wordsInside(reader), author: attributes['w:author'] ?? '' })
    return 'read'
  })
  return texts
}

const commentTexts = (xml: string | null) => noteTexts(xml, 'w:comment')

function wordsInside(reader: XmlReader): string {
  const paragraphs: string[] = ['']
  const visit = (name: string): 'read' | undefined => {
    if (name === 'w:p') paragraphs.push('')
    if (['w:pPr', 'w:rPr', 'w:instrText', 'w:del', 'mc:Fallback'].includes(name)) return undefined
    reader.children(visit, (text) => {
      if (name === 'w:t') paragraphs[paragraphs.length - 1] += text
    })
    return 'read'
  }
  reader.children(visit)
  return paragraphs
    .map((words) => words.trim())
    .filter(Boolean)
    .join(' ')
}

/** Page headers and footers that say more than a page number. */
async function marginTexts(archive: Archive, related: Map<string, string[]>): Promise<LeftBehind[]> {
  const found: LeftBehind[] = []
  const seen = new Set<string>()
  for (const [code, place] of [
    ['header', '页眉'],
    ['footer', '页脚'],
  ] as const) {
    for (const name of related.get(code) ?? []) {
      const xml = xmlText(await archive.read(name))
      if (xml === null) continue
      const reader = new XmlReader(xml)
      reader.root()
      const words = wordsInside(reader)
      const onlyNumber = /^[\s\d第页共/—–\-－·]*$/.test(words)
      if (onlyNumber || seen.has(`${code} ${words}`)) continue
      seen.add(`${code} ${words}`)
      found.push({ place, code, excerpt: words.slice(0, 200) })
    }
  }
  return found
}

/** Which draft the file is a copy of; a bookmark stands in where a program dropped the document's properties. */
function originIn(customXml: string | null, bookmarks: string[]): FileOrigin | null {
  const properties = new Map<string, string>()
  if (customXml !== null) {
    const reader = new XmlReader(customXml)
    reader.root()
    reader.children((_, attributes) => {
      let value = ''
      const read = (): 'read' => {
        reader.children(read, (text) => {
          value += text
        })
        return 'read'
      }
      read()
      if (attributes.name) properties.set(attributes.name, value.trim())
      return 'read'
    })
  }
  const matterId = properties.get(originProperties.matter)
  const versionId = properties.get(originProperties.version)
  if (matterId && versionId) return { matterId, versionId }
  return originBookmark.read(bookmarks)
}
