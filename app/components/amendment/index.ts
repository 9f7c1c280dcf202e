export * from './amendment-proof.tsx'
export * from './face-shown.tsx'
export * from './both-changed.tsx'
export * from './choose-drafts.tsx'
