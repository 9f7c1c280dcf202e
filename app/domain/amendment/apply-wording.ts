import { formatLabel, readLabel } from '../text/label.ts'
import { readArticle, readDivision } from '../text/line.ts'
import type { NewId, Provision, ProvisionKind } from '../text/model.ts'
import { parse } from '../text/parse.ts'
import type { Wording } from './instruction.ts'

export type Reading = { provision: Provision; number: number | null; after: number }

/** Labels of new wording give way to those of its place; a form of their own stays. */
function unlabelled({ written, ...provision }: Provision): Provision {
  const children = provision.children.map(unlabelled)
  const number = written ? readLabel(written) : null
  const usual = number && formatLabel(provision.kind, number)
  const kept = written === undefined || usual !== null ? {} : { written }
  return { ...provision, ...kept, children }
}

const standIn = '第一条　'

/** The paragraphs with all below them that a wording holds. */
export function readParagraphs(wording: Wording, newId: NewId): Provision[] {
  const text = parse(standIn + wording.join('\n'), newId)
  const article = text.children.find(({ kind }) => kind === 'article')
  const furniture = text.children.filter((one) => one !== article)
  return [...(article?.children ?? []), ...furniture].map(unlabelled)
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
  return readParagraphs(['：', ...labelled], newId)[0]!.children
}

/** A division with its heading and what stands in it; the numbers of its articles as the wording gives them. */
export function readDivisionWording(
  wording: Wording,
  kind: ProvisionKind,
  newId: NewId,
): Reading & { articles: Reading[] } {
  const heading = readDivision(wording[0] ?? '')
  const provision: Provision = { id: newId(), kind, text: heading?.rest ?? wording[0] ?? '', children: [] }
  const articles: Reading[] = []
  let open: string[] = []
  const close = () => {
    if (open.length) articles.push(readArticleWording(open, newId))
    open = []
  }
  for (const line of wording.slice(1)) {
    if (readArticle(line, Number.NaN)) close()
    open.push(line)
  }
  close()
  return { provision, number: heading?.number ?? null, after: 0, articles }
}
