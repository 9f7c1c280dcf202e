import type { LegalText } from './model.ts'
export const carryIdentity = (parsed: LegalText, _previous: LegalText): LegalText => parsed
