import { XmlReader } from './xml.server.ts'
import { numberIn } from './number-formats.server.ts'

/** Word's automatic numbers, written out. One numberer serves one pass over the paragraphs of a document, in order. */
export type Numberer = {
  /** The label of the next paragraph of this list and level: `''` where it shows none, `'bullet'` where it shows a dot. */
  label(reference: NumberReference): { label: string; bullet: boolean }
  /** The list of a paragraph style, so that a heading style that numbers itself is read like a numbered paragraph. */
  ofStyle(styleId: string): NumberReference | null
}
export type NumberReference = { listId: string; level: number }

type Level = {
  start: number
  format: string
  pattern: string
  restartAfter: number | null
  styleId: string | null
  legal: boolean
}
type AbstractList = { levels: Map<number, Level>; styleLink: string | null; linkedStyle: string | null }
type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }
type Style = { basedOn: string | null; listId: string | null; level: number | null }

const val = (attributes: Readonly<Record<string, string>>) => attributes['w:val'] ?? ''
const integer = (text: string | undefined): number => {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isFinite(number) ? Math.min(Math.max(number, -1), 1_000_000) : 0
}
const maximumLevel = 8

export function createNumberer(numberingXml: string | null, stylesXml: string | null): Numberer {
  const { abstracts, lists } = numberingXml
    ? readNumbering(numberingXml)
    : { abstracts: new Map<string, AbstractList>(), lists: new Map<string, List>() }
  const styles = stylesXml ? readStyles(stylesXml) : new Map<string, Style>()
  const counters = new Map<string, Map<number, number>>()
  const startedLists = new Set<string>()

  const abstractOf = (list: List): AbstractList | undefined => {
    const own = abstracts.get(list.abstractId)
    if (!own?.linkedStyle) return own
    return [...abstracts.values()].find((other) => other.styleLink === own.linkedStyle) ?? own
  }
  const levelOf = (list: List, level: number) => list.levels.get(level) ?? abstractOf(list)?.levels.get(level)

  const advance = (listId: string, list: List, level: number): Map<number, number> => {
    const counts = counters.get(list.abstractId) ?? new Map<number, number>()
    counters.set(list.abstractId, counts)
    if (!startedLists.has(listId)) {
      startedLists.add(listId)
      for (const overridden of list.starts.keys()) counts.delete(overridden)
    }
    const start = list.starts.get(level) ?? levelOf(list, level)?.start ?? 1
    counts.set(level, counts.has(level) ? counts.get(level)! + 1 : start)
    for (let deeper = level + 1; deeper <= maximumLevel; deeper++) {
      const after = levelOf(list, deeper)?.restartAfter
      if (after === null || after === undefined || (after > 0 && level < after)) counts.delete(deeper)
    }
    return counts
  }

  return {
    label({ listId, level }) {
      const list = lists.get(listId)
      const shown = list && levelOf(list, level)
      if (!list || !shown) return { label: '', bullet: false }
      const counts = advance(listId, list, level)
      if (shown.format === 'bullet') return { label: '', bullet: true }
      if (shown.format === 'none' && !shown.pattern) return { label: '', bullet: false }
      const label = shown.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const of = Number(digit) - 1
        const format = levelOf(list, of)
        return numberIn(
          shown.legal && of !== level ? 'decimal' : (format?.format ?? 'decimal'),
          counts.get(of) ?? format?.start ?? 1,
        )
      })
      return { label: label.trim(), bullet: false }
    },
    ofStyle(styleId) {
      const seen = new Set<string>()
      for (let id: string | null = styleId; id && !seen.has(id); id = styles.get(id)?.basedOn ?? null) {
        seen.add(id)
        const style = styles.get(id)
        if (!style?.listId) continue
        const list = lists.get(style.listId)
        const linked = list && [...(abstractOf(list)?.levels ?? [])].find(([, level]) => level.styleId === styleId)?.[0]
        return { listId: style.listId, level: style.level ?? linked ?? 0 }
      }
      return null
    },
  }
}

function readNumbering(xml: string) {
  const abstracts = new Map<string, AbstractList>()
  const lists = new Map<string, List>()
  const reader = new XmlReader(xml)
  reader.root()
  reader.children((name, attributes) => {
    if (name === 'w:abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', readAbstractList(reader))
    else if (name === 'w:num') lists.set(attributes['w:numId'] ?? '', readList(reader))
    else return undefined
    return 'read'
  })
  return { abstracts, lists }
}

function readAbstractList(reader: XmlReader): AbstractList {
  const list: AbstractList = { levels: new Map(), styleLink: null, linkedStyle: null }
  reader.children((name, attributes) => {
    if (name === 'w:styleLink') list.styleLink = val(attributes)
    if (name === 'w:numStyleLink') list.linkedStyle = val(attributes)
    if (name !== 'w:lvl') return undefined
    list.levels.set(integer(attributes['w:ilvl']), readLevel(reader))
    return 'read'
  })
  return list
}

function readList(reader: XmlReader): List {
  const list: List = { abstractId: '', starts: new Map(), levels: new Map() }
  reader.children((name, attributes) => {
    if (name === 'w:abstractNumId') list.abstractId = val(attributes)
    if (name !== 'w:lvlOverride') return undefined
    const level = integer(attributes['w:ilvl'])
    reader.children((inner, innerAttributes) => {
      if (inner === 'w:startOverride') list.starts.set(level, integer(val(innerAttributes)))
      if (inner !== 'w:lvl') return undefined
      list.levels.set(level, readLevel(reader))
      return 'read'
    })
    return 'read'
  })
  return list
}

function readLevel(reader: XmlReader): Level {
  const level: Level = { start: 1, format: 'decimal', pattern: '', restartAfter: null, styleId: null, legal: false }
  const visit = (name: string, attributes: Readonly<Record<string, string>>): 'read' | undefined => {
    if (name === 'w:start') level.start = integer(val(attributes))
    if (name === 'w:numFmt') level.format = val(attributes)
    if (name === 'w:lvlText') level.pattern = val(attributes)
    if (name === 'w:lvlRestart') level.restartAfter = integer(val(attributes))
    if (name === 'w:pStyle') level.styleId = val(attributes)
    if (name === 'w:isLgl') level.legal = val(attributes) !== '0' && val(attributes) !== 'false'
    // A custom format is offered as a choice; its fallback is a format that every reader knows.
    if (name !== 'mc:AlternateContent' && name !== 'mc:Fallback') return undefined
    reader.children(visit)
    return 'read'
  }
  reader.children(visit)
  return level
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  const reader = new XmlReader(xml)
  reader.root()
  reader.children((name, attributes) => {
    if (name !== 'w:style') return undefined
    const style: Style = { basedOn: null, listId: null, level: null }
    const visit = (inner: string, innerAttributes: Readonly<Record<string, string>>): 'read' | undefined => {
      if (inner === 'w:basedOn') style.basedOn = val(innerAttributes)
      if (inner === 'w:numId') style.listId = val(innerAttributes)
      if (inner === 'w:ilvl') style.level = integer(val(innerAttributes))
      if (inner !== 'w:pPr' && inner !== 'w:numPr') return undefined
      reader.children(visit)
      return 'read'
    }
    reader.children(visit)
    styles.set(attributes['w:styleId'] ?? '', style)
    return 'read'
  })
  return styles
}
