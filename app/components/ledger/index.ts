export { CountWords, type GroupShown, SettleGrid } from './settle-grid.tsx'
export { UnaskedChanges } from './unasked-changes.tsx'
