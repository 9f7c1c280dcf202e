import { Transform } from 'node:stream'

/**
 * React 18 writes its pages through a buffer and, where a character of several bytes does not fit into its end, sends the unused bytes
 * as NUL; browsers show them as broken characters in the middle of Chinese words, and hydration fails. UTF-8 has no other use for a zero byte.
 */
export const withoutNulBytes = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
