/**
 * What Chromium 86 lacks of the language and the code uses: `at` (92), `Object.hasOwn` (93), and
 * `findLast` and `findLastIndex` (97).
 * Loaded before anything else in the browser.
 */
function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLastIndex<Item>(this: ArrayLike<Item>, holds: (item: Item, index: number) => boolean): number {
  let index = this.length - 1
  while (index >= 0 && !holds(this[index], index)) index -= 1
  return index
}

function findLast<Item>(this: ArrayLike<Item>, holds: (item: Item, index: number) => boolean): Item | undefined {
  return this[findLastIndex.call(this, holds as never)] as Item | undefined
}

const define = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

define(Array.prototype, 'at', at)
define(Array.prototype, 'findLastIndex', findLastIndex)
define(Array.prototype, 'findLast', findLast)
define(String.prototype, 'at', at)
// biome-ignore lint/suspicious/noPrototypeBuiltins: this is what the newer name stands for
define(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name))
