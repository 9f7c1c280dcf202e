import type { Address } from '../text/address.ts'
import type { ProvisionKind } from '../text/model.ts'

/**
 * What a decision (修改决定, 修正案) orders, one operation at a time, as its words say it. Every address is one of
 * the old text; `as` and the addresses in `Placed` are those that the decision gives in the new one.
 */

/** Words of a text that are no numbered provision; `attachments` is the 附件说明 that lists what is annexed. `whole` is the text from its title to its end (文中, 相关条文中). */
export type Part = 'title' | 'note' | 'preamble' | 'heading' | 'lead' | 'table' | 'attachments' | 'whole'

/**
 * What an operation is done to: the provision at `address`, or, with `part`, words that stand at it: the heading of
 * a chapter, the lead of an article before its items (条首部分), the preamble (引言) or title of the text.
 */
export type Target = { address: Address; part?: Part }

/** New wording, a line for each paragraph or item as it stands between the quotation marks, with its labels. */
export type Wording = string[]

/** A provision that comes in: where the decision says it shall stand, if it says so, and its wording. */
export type Placed = { as: Address | null; wording: Wording }

/** A table by the provision it stands in; `number` only where the decision says which of several. */
export type TableTarget = { address: Address; number: number | null }

/** The first and the last of articles that follow one another. */
export type Range = { from: Address; to: Address }

export type Operation =
  /** 将第A条修改为 · 第A条改为第B条，修改为. `as` only where the decision gives a new number. */
  | { op: 'replace'; targets: Target[]; as: Address[]; wording: Wording }
  /** 第A条改为第B条 · 第A条至第B条改为第C条至第D条, in pairs. */
  | { op: 'renumber'; from: Address[]; to: Address[] }
  /**
   * 增加一条，作为第N条 · 在第N条后增加一条，作为第N条之一 · 第N条增加一款，作为第M款. `kind` is what comes in
   * (条, 款, 项, 章); `under` is the provision that gets it, empty for the text itself.
   */
  | {
      op: 'insert'
      kind: ProvisionKind
      under: Address
      after: Address | null
      provisions: Placed[]
      /** A heading put before articles that are there: 增加一章，作为第三章“甲”，包括第五条至第九条, in new numbers. */
      holds?: Range
    }
  /** 第三章调整为由第五条至第九条组成: which articles, in new numbers, stand in a division of the old text. */
  | { op: 'regroup'; division: Address; holds: Range }
  /** 删去第A条 · 删除第A条、第B条. 删去第三章章名 (`heading`) leaves what stands in it to the division before. */
  | { op: 'delete'; targets: Target[] }
  /** 将第A条中的“甲”修改为“乙”; an empty `to` is 删去…中的“甲”. `except` are the places 除外. */
  | { op: 'replace-words'; targets: Target[]; pairs: { from: string; to: string }[]; except: Target[] }
  /** 在“甲”后（前）增加“乙”; without an anchor at the end of the target. */
  | { op: 'insert-words'; targets: Target[]; anchor: string; side: 'before' | 'after'; words: string }
  /** 第A条、第B条合并，作为第C条，修改为. Without wording the parts follow one another. */
  | { op: 'merge'; from: Address[]; as: Address | null; wording: Wording | null }
  /** 第A条改为两条，作为第B条、第C条，修改为 · 第A款分为两款. */
  | { op: 'split'; from: Address; provisions: Placed[] }
  /** 第A条第二款单列一条，作为第C条 · 将第A条第二款移作第C条第三款. */
  | { op: 'move'; from: Address; to: Address; wording: Wording | null }
  /**
   * 将附件1表格第三行修改为 · 附件1表格增加一行，作为第四行 · 删去附件1表格第五行. Rows count from the first line of the
   * table, its head included; those of `insert` in the new table. `whole` gives all rows anew.
   */
  | {
      op: 'rows'
      change: 'replace' | 'insert' | 'delete' | 'whole'
      table: TableTarget
      rows: number[]
      wording: Wording
    }
  /** 条文顺序作相应调整. */
  | { op: 'renumber-rest' }
  /** 此外，对个别文字作相应修改: words that say a change and not which. It cannot be applied and is named. */
  | { op: 'unspecified' }

/** One operation with the words of the decision that order it. */
export type Instruction = { no: number; quote: string; document: string | null; operation: Operation }
