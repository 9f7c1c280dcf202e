import { enclosedText } from './amendable.ts'
import { type Address, printAddress } from '../text/address.ts'
import { fold } from '../text/fold.ts'
import type { LegalText, NewId } from '../text/model.ts'
import { applyInstructions } from './apply.ts'
import type { Instruction, Operation, Target } from './instruction.ts'
import type { OutcomeState } from './outcome.ts'
import { type Decision, type DecisionDocument, readDecision, type Unread } from './read.ts'

/** One line of the account of a consolidation; addresses as they are cited, of the old text. */
export type AppliedInstruction = {
  no: number
  quote: string
  op: Operation['op']
  address: string
  state: OutcomeState
  places: string[]
  with: number[]
}

export type DecisionApplied = {
  text: LegalText
  document: string
  instructions: AppliedInstruction[]
  unread: Unread[]
  /** Every instruction was applied or had been done, and no words of the decision were left unread. */
  complete: boolean
}

/** The decision names no text, several without saying which is meant, or none like the one asked for. */
export type NoDocument = { error: 'no-instructions' | 'choose-document' | 'unknown-document'; documents: string[] }

const plain = (title: string) => fold(title).replace(/[《》〈〉“”]|中华人民共和国/g, '')

/** What an operation is done to; for what comes in, where it shall stand. */
export function targetsOf(operation: Operation): Target[] {
  switch (operation.op) {
    case 'replace':
    case 'delete':
    case 'replace-words':
    case 'insert-words':
      return operation.targets
    case 'renumber':
    case 'merge':
      return operation.from.map((address) => ({ address }))
    case 'split':
    case 'move':
      return [{ address: operation.from }]
    case 'rows':
      return [{ address: operation.table.address }]
    case 'regroup':
      return [{ address: operation.division }]
    case 'insert':
      return operation.provisions.map(({ as }) => ({ address: as ?? operation.under }))
    default:
      return []
  }
}

const parts = {
  title: '名称',
  note: '题注',
  preamble: '引言',
  heading: '标题',
  lead: '首部',
  table: '表格',
  attachments: '附件说明',
  whole: '全文',
}
const say = ({ address, part }: Target) => printAddress(address) + (part ? parts[part] : '')
const cited = (addresses: Address[]) => addresses.map((address) => printAddress(address))

/** What an instruction is done to, as it would be cited; for what comes in, where the decision puts it. */
export const addressOfInstruction = ({ operation }: Instruction): string => targetsOf(operation).map(say).join('、')

function choose({ documents }: Decision, text: LegalText, wanted: string | undefined): DecisionDocument | NoDocument {
  const titles = documents.map(({ title }) => title)
  if (!documents.length) return { error: 'no-instructions', documents: titles }
  const title = wanted ?? text.children.find(({ kind }) => kind === 'title')?.text ?? ''
  const named = documents.filter((one) => plain(one.title) === plain(title))
  if (named.length === 1) return named[0]!
  if (wanted !== undefined) return { error: 'unknown-document', documents: titles }
  return documents.length === 1 ? documents[0]! : { error: 'choose-document', documents: titles }
}

/**
 * The text under a decision; of a carrier (通知) the text that it encloses and the decision names. Of a decision on several texts the one with the title of the old text is taken, or
 * that named in `document`. `note` replaces the 题注; otherwise the old one stays.
 */
export function applyDecision(
  text: LegalText,
  decision: string,
  { newId, document, note }: { newId: NewId; document?: string; note?: string },
): DecisionApplied | NoDocument {
  const read = readDecision(decision)
  const isNamed = (title: string) =>
    document === undefined
      ? read.documents.some((one) => plain(one.title) === plain(title))
      : plain(document) === plain(title)
  const within = enclosedText(text, isNamed)
  const amended = within?.text ?? text
  const chosen = choose(read, amended, document)
  if ('error' in chosen) return chosen
  const {
    text: applied,
    outcomes,
    complete,
  } = applyInstructions(amended, chosen.instructions, {
    newId,
    ...(note === undefined ? {} : { note }),
  })
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.no, outcome]))
  const instructions = chosen.instructions.map((instruction): AppliedInstruction => {
    const { state, places, with: others } = outcomeOf.get(instruction.no)!
    const { no, quote, operation } = instruction
    return {
      no,
      quote,
      op: operation.op,
      address: addressOfInstruction(instruction),
      state,
      places: cited(places),
      with: others,
    }
  })
  const unread = read.unread.filter((one) => !one.document || one.document === chosen.title)
  const whole = within?.put(applied) ?? applied
  return { text: whole, document: chosen.title, instructions, unread, complete: complete && unread.length === 0 }
}
