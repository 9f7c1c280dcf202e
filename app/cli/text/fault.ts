/** Values that a sentence takes. */
export type Fields = Record<string, string | number>

/** The command was called wrongly: exit 64. */
export class UsageFault extends Error {
  readonly code: string
  readonly fields: Fields

  constructor(code: string, fields: Fields = {}) {
    super(code)
    this.code = code
    this.fields = fields
  }
}

/** What was given cannot be read: exit 2. `line` counts from 1. */
export class InputFault extends UsageFault {
  readonly file: string | null
  readonly line: number | null

  constructor(code: string, fields: Fields = {}, file: string | null = null, line: number | null = null) {
    super(code, fields)
    this.file = file
    this.line = line
  }
}
