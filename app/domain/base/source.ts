/**
 * How far a rule was checked against its official text.
 * `verified`: read word for word in the official text. `excerpt`: seen in part of an official page.
 * `index`: seen in a transcription of a notice. `memory`: not checked; never blocks until a jurisdiction
 * confirms it by name and date. `practice`: no law behind it.
 */
export const verifications = ['verified', 'excerpt', 'index', 'memory', 'practice'] as const
export type Verification = (typeof verifications)[number]

/** The least checked of several; null where there is none. */
export const weakest = (all: ReadonlyArray<Verification | null>): Verification | null =>
  verifications.findLast((one) => all.includes(one)) ?? null

/** Where a rule comes from. Titles, numbers and quotations stay Chinese in both languages. */
export type Source = {
  title: string
  /** Document number (发文字号 or 令号), where there is one. */
  number?: string
  /** Article, paragraph or section as written: 第二十六条, （五）. */
  locus?: string
  /** The words themselves, only where they were read in the official text. */
  quote?: string
  verification: Verification
}
