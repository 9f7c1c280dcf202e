/** Control signs, signs that turn the direction of reading, and what separates folders. */
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}/\\:*?"<>|]/gu
const longestName = 150

/** A name that a person may see and save under. It is never used as a path here. */
export function cleanName(given: string): string {
  const last = given.split(/[/\\]/).pop() ?? ''
  const name = last
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return shortened(name) || 'file'
}

/** Cut in the middle of the name, so that what the file is stays visible at its end. */
function shortened(name: string): string {
  const signs = Array.from(name)
  if (signs.length <= longestName) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, longestName - ending.length).join('') + ending
}

/** `Content-Disposition` with the name in both forms (RFC 6266, RFC 8187). */
export function attachment(given: string): string {
  const name = cleanName(given)
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/[%;]/g, '_')
  const extended = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`
}

/** A media type that may stand in a header, else the one that says nothing. */
export const cleanMediaType = (given: string): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(given) && given.length <= 100 ? given.toLowerCase() : 'application/octet-stream'
