export { type Asked, ListFilter, listAddress } from './ListFilter.tsx'
export { PublishedDocument } from './PublishedDocument.tsx'
export { PublishedList } from './PublishedList.tsx'
export {
  type DocumentForPublic,
  type FiveDates,
  type ListedDocument,
  publicPath,
  type Validity,
  type ValidityState,
} from './types.ts'
export { ValidityNote } from './ValidityNote.tsx'
export { ValidityStatus } from './ValidityStatus.tsx'
