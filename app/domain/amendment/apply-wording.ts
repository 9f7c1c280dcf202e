import { formatLabel, readLabel } from '../text/label.ts'
import { readAnnex, readArticle, readDivision, readPoint } from '../text/line.ts'
import type { NewId, Provision, ProvisionKind } from '../text/model.ts'
import { parse } from '../text/parse.ts'
import type { Wording } from './instruction.ts'

export type Reading = { provision: Provision; number: number | null; after: number }

/** The label of an item gives way to that of its place; a form of its own stays. */
function unlabelled({ written, ...provision }: Provision): Provision {
  const number = written ? readLabel(written) : null
  const usual = number && formatLabel(provision.kind, number)
  return { ...provision, ...(written === undefined || usual !== null ? {} : { written }) }
}

const standIn = '第一条　'

/** The paragraphs with all below them that a wording holds. */
export function readParagraphs(wording: Wording, newId: NewId): Provision[] {
  const text = parse(standIn + wording.join('\n'), newId)
  const article = text.children.find(({ kind }) => kind === 'article')
  const furniture = text.children.filter((one) => one !== article)
  return [...(article?.children ?? []), ...furniture]
}

/** One article; a label before its words gives the number. */
export function readArticleWording(wording: Wording, newId: NewId): Reading {
  const label = readArticle(wording[0] ?? '', Number.NaN)
  const lines = label ? [label.rest, ...wording.slice(1)] : wording
  const [first = '', ...more] = lines
  const provision: Provision = {
    id: newId(),
    kind: 'article',
    text: '',
    children: readParagraphs([first, ...more], newId),
  }
  return { provision, number: label?.number ?? null, after: label?.after ?? 0 }
}

const itemLabel = /^(?:[（(][^）)]{1,4}[)）]|[0-9０-９]{1,3}[.．、])\s*/

/** The items of a list; a wording without labels is one item. */
export function readItems(wording: Wording, kind: ProvisionKind, newId: NewId): Provision[] {
  const plain = (line: string) => line.replace(itemLabel, '')
  if (kind !== 'subparagraph' || wording.length === 1)
    return wording.map((line) => ({ id: newId(), kind, text: plain(line), children: [] }))
  const labelled = itemLabel.test(wording[0]!) ? wording : [`（一）${wording[0]}`, ...wording.slice(1)]
  return readParagraphs(['：', ...labelled], newId)[0]!.children.map(unlabelled)
}

const aboveOutline = '关于某事的通知\n'

/** Points of an outline with all below them; a wording without labels is one point. */
export function readPoints(wording: Wording, kind: ProvisionKind, newId: NewId): Provision[] {
  const first = wording[0] ?? ''
  const lines =
    readPoint(first)?.kind === kind
      ? wording
      : [formatLabel(kind, { number: 1, after: 0 }) + first, ...wording.slice(1)]
  const holder = kind === 'point1' ? aboveOutline : `${aboveOutline}一、某事\n`
  const { children } = parse(holder + lines.join('\n'), newId)
  const found = kind === 'point1' ? children : (children.find((one) => one.kind === 'point1')?.children ?? [])
  return found.filter((one) => one.kind === kind).map(unlabelled)
}

/** 自然段, tables and lists that stand under a point or in an annex. */
export function readPlain(wording: Wording, newId: NewId): Provision[] {
  const { children } = parse(`${aboveOutline}一、某事\n${wording.join('\n')}`, newId)
  return children.find(({ kind }) => kind === 'point1')?.children ?? []
}

/** Annexes with their titles and all in them; the label may be left out. */
export function readAnnexes(wording: Wording, newId: NewId): Provision[] {
  const lines = readAnnex(wording[0] ?? '') ? wording : ['附件', ...wording]
  const { children } = parse(`某办法\n第一条　某事。\n${lines.join('\n')}`, newId)
  return children.filter(({ kind }) => kind === 'annex').map(unlabelled)
}

export type DivisionReading = Reading & { articles: (Reading & { under: Provision })[] }

/**
 * A division with its heading, a line that goes on with it, and the divisions in it; apart from them its articles with
 * the numbers that the wording gives them, each with the division under whose heading it stands.
 */
export function readDivisionWording(wording: Wording, kind: ProvisionKind, newId: NewId): DivisionReading {
  const heading = readDivision(wording[0] ?? '')
  const provision: Provision = { id: newId(), kind, text: heading?.rest ?? wording[0] ?? '', children: [] }
  const articles: DivisionReading['articles'] = []
  let under = provision
  let open: string[] = []
  const close = () => {
    if (open.length) articles.push({ ...readArticleWording(open, newId), under })
    open = []
  }
  for (const line of wording.slice(1)) {
    const inner = readDivision(line)
    if (inner) {
      close()
      under = { id: newId(), kind: inner.kind, text: inner.rest, children: [] }
      provision.children.push(under)
    } else if (readArticle(line, Number.NaN)) {
      close()
      open.push(line)
    } else if (open.length) open.push(line)
    else under.children.push({ id: newId(), kind: 'paragraph', text: line, children: [] })
  }
  close()
  return { provision, number: heading?.number ?? null, after: 0, articles }
}
