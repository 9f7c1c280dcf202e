export { CompanionForms, type CompanionShown } from './companion-forms.tsx'
export { type ConflictShown, DraftForm, LastSaved } from './draft-form.tsx'
export { LeftBehind } from './left-behind.tsx'
export { type VersionShown, VersionTable } from './version-table.tsx'
