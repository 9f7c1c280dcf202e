/** An address of this site to go back to, its query kept; anything else leads to the start page. */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/'
  // browsers read a backslash as a slash and drop control characters: //host and /\host are other sites
  if (/^\/[/\\]/.test(value) || /[\u0000-\u001f\\]/.test(value)) return '/'
  return value
}
