import type { NewId } from '../base/identity.ts'

export type { NewId }

/**
 * One tree for both grammars of Chinese official writing: 编/章/节/条/款/项/目 (立法法 第六十五条) and the
 * outline 一、（一）1.（1） of notices, also mixed in one document. Numbers are derived from position and are
 * not part of the text.
 */
export const textFormat = 1

export type ProvisionId = string

/**
 * What a node is.
 *
 * Divisions: `part` 编, `subpart` 分编, `chapter` 章, `section` 节 carry their heading as text.
 * `article` 条 has no words of its own: its paragraphs (款) do, and the first is printed behind its label.
 * `paragraph` 款 is also any plain paragraph of a notice, of a preamble or under an outline heading.
 * `subparagraph` 项 （一） and `item` 目 1. belong to the article grammar.
 * `point1` 一、 `point2` （一） `point3` 1. `point4` （1） belong to the outline grammar; their text is the
 * line behind the label, their children what follows.
 * `enclosure` is the text that a carrier encloses (通知 … 办法), `annex` an 附件; both hold a text of their own.
 * `unrecognised` keeps a line that was not understood.
 */
export const provisionKinds = [
  'title',
  'note',
  'contents',
  'addressee',
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'paragraph',
  'subparagraph',
  'item',
  'point1',
  'point2',
  'point3',
  'point4',
  'table',
  'attachment-list',
  'signature',
  'date',
  'enclosure',
  'annex',
  'unrecognised',
] as const
export type ProvisionKind = (typeof provisionKinds)[number]

export type Provision = {
  /** Opaque, given once, never reused; it stays with the provision through renumbering and moves. */
  id: ProvisionId
  kind: ProvisionKind
  /** The words without the label. A `table` holds one line a row, cells parted by ` | `. */
  text: string
  /**
   * The label as written, kept only where it differs from the one derived from position: '' for a heading
   * without a number, `第五条` for a number that departs, `#、` for a form that departs while its number `#`
   * follows the position, `（&）` where the count `&` runs on from the point before or starts anew against the
   * rule. A `table` keeps the rule under its first row here. `printedLabel` gives the label to show.
   */
  written?: string
  /** An article that is numbered after its predecessor: 第十条之一. */
  after?: true
  /** Provisions whose words were merged into this one. */
  merged?: ProvisionId[]
  children: Provision[]
}

export type LegalText = { format: typeof textFormat; children: Provision[] }

/** A provision with the label that its position gives it, and its depth in the tree (roots are 0). */
export type PlacedProvision = { provision: Provision; label: string; depth: number; parent: Provision | null }
