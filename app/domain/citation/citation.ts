import type { Address } from '../text/address.ts'
import type { ProvisionId } from '../text/model.ts'

/**
 * How a text names what it cites. `title`: in 《》. `name`: a known or plain name without them. `short`: by a name
 * that the text gave itself (以下简称). `number`: by its number alone. `same`, `that`: 同法, 该办法, the document
 * cited last. `own`: this document, 本办法第三条, 第三条. `relative`: from where it stands, 本条, 前款.
 */
export const citationForms = ['title', 'name', 'short', 'number', 'same', 'that', 'own', 'relative'] as const
export type CitationForm = (typeof citationForms)[number]

/** Words of law that say what a citation is for. */
export const manners = ['根据', '依据', '依照', '按照', '参照', '比照', '违反', '适用', '废止'] as const
export type Manner = (typeof manners)[number]

/** A piece of a text that is read by itself: a line or a cell of a provision. */
export type Passage = { words: string; provisionId: ProvisionId | null; line: number | null }

export type Citation = {
  form: CitationForm
  /** Which passage it stands in, and from where to where. */
  passage: number
  start: number
  end: number
  quote: string
  /** The document as it was named, or as the name given to it resolves; null for this document, and where nothing says which. */
  title: string | null
  /** Its number, where the text says it. */
  number?: string
  /** 2018年修订: the wording that is meant. */
  version?: string
  /** Empty where the whole document is cited. For `relative` it is what follows 本条 or 前款. */
  address: Address
  /** The last provision of a range. */
  until?: Address
  /** 本条, 前款, 前两款. */
  relative?: string
  manner?: Manner
}
