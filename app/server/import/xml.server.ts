/**
 * A pull reader of the XML that office files are made of. It knows no document type and no entities but the five of XML,
 * so that neither outside files nor entity bombs can be reached from an uploaded file.
 */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: Attributes }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }
export type Attributes = Readonly<Record<string, string>>

/** Not well-formed, or with a construction that office files do not have. */
export class XmlFault extends Error {}

const maximumDepth = 256
const maximumAttributes = 256
/** Names are compared in these prefixes, whatever prefix the file uses; transitional and strict documents read alike. */
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
}
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const fault = (what: string): never => {
  throw new XmlFault(what)
}

function character(code: number): string {
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff)
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : fault('character reference')
}

function withoutEntities(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) return fault('ampersand')
    if (/^#x[0-9a-f]+$/i.test(name)) return character(Number.parseInt(name.slice(2), 16))
    if (/^#\d+$/.test(name)) return character(Number.parseInt(name.slice(1), 10))
    return entities[name] ?? fault('entity')
  })
}

const namePattern = /[^\s=<>/"'&]+/y
const attributePattern = /\s+([^\s=<>/"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

type Scope = { prefixOf: Map<string, string>; names: Map<string, string> }

export class XmlReader {
  #source: string
  #at = 0
  #open: string[] = []
  #scopes: Scope[] = [{ prefixOf: new Map(), names: new Map() }]
  #pendingClose: string | null = null

  constructor(source: string) {
    this.#source = source
  }

  /** The next token, or null at the end. @throws XmlFault */
  next(): XmlToken | null {
    if (this.#pendingClose !== null) {
      const name = this.#pendingClose
      this.#pendingClose = null
      this.#leave()
      return { kind: 'close', name }
    }
    for (;;) {
      if (this.#at >= this.#source.length) return this.#open.length > 0 ? fault('unclosed element') : null
      if (this.#source[this.#at] !== '<') {
        const text = this.#text()
        if (this.#open.length > 0) return { kind: 'text', text }
        if (text.trim() && text.trim() !== '\ufeff') fault('text outside the root')
        continue
      }
      const mark = this.#source[this.#at + 1]
      if (mark === '?') this.#skipTo('?>')
      else if (mark === '!') {
        const section = this.#declaration()
        if (section !== null) return { kind: 'text', text: section }
      } else if (mark === '/') return this.#close()
      else return this.#openTag()
    }
  }

  /** Passes over the rest of the element whose opening tag was read last. */
  skip(): void {
    for (let depth = 1; depth > 0; ) {
      const token = this.next()
      if (!token) return
      if (token.kind === 'open') depth++
      if (token.kind === 'close') depth--
    }
  }

  /** The opening tags directly inside the element whose tag was read last; each is passed over unless `visit` read it to its end. */
  children(visit: (name: string, attributes: Attributes) => 'read' | undefined, text?: (text: string) => void): void {
    for (let token = this.next(); token && token.kind !== 'close'; token = this.next()) {
      if (token.kind === 'text') text?.(token.text)
      else if (visit(token.name, token.attributes) !== 'read') this.skip()
    }
  }

  /** Enters the root element and gives its name. */
  root(): string {
    for (let token = this.next(); token; token = this.next()) if (token.kind === 'open') return token.name
    return fault('no root')
  }

  #text(): string {
    const end = this.#source.indexOf('<', this.#at)
    const raw = this.#source.slice(this.#at, end < 0 ? undefined : end)
    this.#at = end < 0 ? this.#source.length : end
    return withoutEntities(raw)
  }

  #skipTo(end: string): void {
    const found = this.#source.indexOf(end, this.#at)
    this.#at = found < 0 ? fault('unclosed markup') : found + end.length
  }

  #declaration(): string | null {
    if (this.#source.startsWith('<!--', this.#at)) {
      this.#skipTo('-->')
      return null
    }
    if (!this.#source.startsWith('<![CDATA[', this.#at) || this.#open.length === 0) return fault('document type')
    const start = this.#at + '<![CDATA['.length
    this.#skipTo(']]>')
    return this.#source.slice(start, this.#at - ']]>'.length)
  }

  #close(): XmlToken {
    const end = this.#source.indexOf('>', this.#at)
    const name = end < 0 ? fault('unclosed tag') : this.#source.slice(this.#at + 2, end).trimEnd()
    const expected = this.#open.at(-1)
    if (name !== expected) fault('mismatched tag')
    const canonical = this.#canonical(name)
    this.#at = end + 1
    this.#leave()
    return { kind: 'close', name: canonical }
  }

  #openTag(): XmlToken {
    namePattern.lastIndex = this.#at + 1
    const raw = namePattern.exec(this.#source)?.[0] ?? fault('tag name')
    this.#at = namePattern.lastIndex
    const written = this.#attributes()
    const selfClosing = this.#source.startsWith('/', this.#at)
    if (selfClosing) this.#at++
    if (this.#source[this.#at] !== '>') fault('tag end')
    this.#at++
    this.#enter(raw, written)
    const name = this.#canonical(raw)
    const attributes: Record<string, string> = {}
    for (const [key, value] of written)
      if (!key.startsWith('xmlns')) attributes[key.includes(':') ? this.#canonical(key) : key] = value
    if (selfClosing) this.#pendingClose = name
    return { kind: 'open', name, attributes }
  }

  #attributes(): Array<[string, string]> {
    const found: Array<[string, string]> = []
    attributePattern.lastIndex = this.#at
    for (let match = attributePattern.exec(this.#source); match; match = attributePattern.exec(this.#source)) {
      found.push([match[1]!, withoutEntities(match[2] ?? match[3] ?? '')])
      this.#at = attributePattern.lastIndex
      if (found.length > maximumAttributes) fault('attributes')
    }
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at++
    return found
  }

  #enter(raw: string, attributes: Array<[string, string]>): void {
    if (this.#open.push(raw) > maximumDepth) fault('depth')
    const outer = this.#scopes.at(-1)!
    const declared = attributes.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
    if (declared.length === 0) {
      this.#scopes.push(outer)
      return
    }
    const prefixOf = new Map(outer.prefixOf)
    for (const [key, uri] of declared) prefixOf.set(key.slice('xmlns:'.length), prefixes[uri] ?? '')
    this.#scopes.push({ prefixOf, names: new Map() })
  }

  #leave(): void {
    this.#open.pop()
    this.#scopes.pop()
  }

  #canonical(raw: string): string {
    const scope = this.#scopes.at(-1)!
    const known = scope.names.get(raw)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const prefix = scope.prefixOf.get(colon < 0 ? '' : raw.slice(0, colon))
    const name = prefix ? `${prefix}:${raw.slice(colon + 1)}` : raw
    scope.names.set(raw, name)
    return name
  }
}
