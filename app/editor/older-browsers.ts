/**
 * `findLast` came with Chromium 97, and Lexical 0.52 calls it where it deletes a selection. Desktops of public bodies
 * still run Chromium 86, so it is given to them before the editor starts.
 */
export function supplyFindLast(): void {
  if ('findLast' in Array.prototype) return
  Object.defineProperty(Array.prototype, 'findLast', {
    configurable: true,
    writable: true,
    value<T>(this: T[], matches: (value: T, index: number, array: T[]) => unknown): T | undefined {
      for (let index = this.length - 1; index >= 0; index -= 1) {
        const value = this[index]!
        if (matches(value, index, this)) return value
      }
      return undefined
    },
  })
}
