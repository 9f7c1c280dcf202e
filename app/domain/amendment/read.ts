import type { Instruction } from './instruction.ts'

/** Sentences of a decision that order no change, by what they say instead. */
export type StatementKind =
  /** The title of the decision, who made it and when. */
  | 'head'
  /** Why, and of which text, before the first instruction; headings between instructions. */
  | 'lead'
  /** 本决定自……起施行. */
  | 'effect'
  /** 根据本决定作相应修改，重新公布. */
  | 'republication'
  /** 废止《……》. */
  | 'repeal'
  /** A rule of the decision's own that changes no words of the text. */
  | 'own-rule'

export type Statement = { line: number; quote: string; says: StatementKind }

/** Words that order something and were not understood. Lines count from 1. */
export type Unread = { line: number; quote: string; why: 'sentence' | 'wording' | 'address' | 'quotation' }

export type DecisionDocument = { title: string; instructions: Instruction[] }

export type Decision = { documents: DecisionDocument[]; statements: Statement[]; unread: Unread[] }
