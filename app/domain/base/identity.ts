/** Makes an opaque identifier that was never used before. */
export type NewId = () => string
/** Hex digest of a text or of bytes. The algorithm is the caller's choice and is named beside what it signs. */
export type Hash = (content: string | Uint8Array) => string
