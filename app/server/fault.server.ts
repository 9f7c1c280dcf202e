import { type SentenceFields, type SystemSentence, systemLines } from '#app/messages/system.ts'

/** Why the server or a command cannot go on, in a sentence for the person at the terminal. */
export class StartFault extends Error {
  readonly code: SystemSentence
  readonly fields: SentenceFields

  constructor(code: SystemSentence, fields: SentenceFields = {}, cause?: unknown) {
    super(systemLines(code, fields), { cause })
    this.name = 'StartFault'
    this.code = code
    this.fields = fields
  }
}
