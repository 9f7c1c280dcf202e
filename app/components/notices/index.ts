export * from './card-mark.tsx'
export * from './notice-list.tsx'
