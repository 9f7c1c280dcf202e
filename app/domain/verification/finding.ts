import { canonicalJson } from '../base/canonical-json.ts'

/**
 * What is wrong at a place of a certificate. `differs`: it does not come out so; `hash`: the content is not the one that was hashed;
 * `path`: it does not lead to the root of the chain; `absent`: something must stand here; `unmet`: an act was done before a gate
 * that did not hold; `algorithm`: this machine cannot compute the hash; `key`, `signature`, `signature-absent`: of the signature.
 */
export type FindingCode =
  | 'differs'
  | 'hash'
  | 'path'
  | 'absent'
  | 'unmet'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'signature-absent'

/** `pointer` is a JSON pointer (RFC 6901) into the certificate. */
export type Finding = { pointer: string; code: FindingCode; fields: Record<string, string | number> }

export const finding = (pointer: string, code: FindingCode, fields: Finding['fields'] = {}): Finding => ({
  pointer,
  code,
  fields,
})

/** A pointer one member further down. */
export const under = (pointer: string, member: string | number): string =>
  `${pointer}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown) => {
  const words = value === undefined ? '' : canonicalJson(value)
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}

/** Every place at which what was found is not what comes out of the computation. */
export function differences(expected: unknown, found: unknown, pointer: string): Finding[] {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((each, index) => differences(each, found[index], under(pointer, index)))
  if (isObject(expected) && isObject(found)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(found)])
    return [...names].flatMap((name) => differences(expected[name], found[name], under(pointer, name)))
  }
  return Object.is(expected, found) || shownWhole(expected) === shownWhole(found)
    ? []
    : [finding(pointer, 'differs', { expected: shown(expected), found: shown(found) })]
}

const shownWhole = (value: unknown) => (value === undefined ? undefined : canonicalJson(value))
