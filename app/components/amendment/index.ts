export * from './amendment-proof.tsx'
export * from './face-shown.tsx'
