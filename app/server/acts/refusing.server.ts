import type { Refusal } from '#app/domain/acts/act.ts'

export type Refused = Refusal & {
  inputErrors?: Record<string, string[]>
  /** The words of an uploaded draft: what was read is not lost with the file. */
  source?: string
}

/** Carries a refusal out of the depth of a transaction, so that nothing of it stays; at the door it becomes a value. */
export class Refusing extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const stop = (refusal: Refused): never => {
  throw new Refusing(refusal)
}

/** The refusal that an error is, or null for a surprise. A number or name that another act took in the same moment shows as a unique constraint. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refusing) return error.refusal
  return (error as { code?: string }).code === 'P2002' ? { code: 'taken-already' } : null
}
