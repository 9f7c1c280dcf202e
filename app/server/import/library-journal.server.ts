/** What an import adds with one wording or file, under an id that the same file has again. */
export type Addition = { id: string; acts: number; texts: number; titles: number }

/** Additions that an import set out to make, for one that goes on after it broke off. */
export type ImportJournal = {
  /** What an earlier run set out to add under an id, told once. Where it is held now, that run added it. */
  takeBegun: (id: string) => Addition | undefined
  /** Durable before the additions are made. */
  begin: (additions: readonly Addition[]) => void
}

/** For an import that is done in one go. */
export const noJournal: ImportJournal = { takeBegun: () => undefined, begin: () => {} }
