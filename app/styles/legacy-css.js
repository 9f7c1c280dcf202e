/**
 * Rewrites CSS that Chromium 86 does not understand, so that Mantine looks the same there:
 * `:where()` (88), `inset` and the two-valued inline shorthands (87), `dvh` (108).
 * The last ones keep their meaning in left-to-right writing, which is all that the product has.
 */

/** Splits at a separator that stands outside of brackets. */
function splitOutside(text, isSeparator) {
  const parts = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0 && isSeparator(character)) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part].map((each) => each.trim()).filter(Boolean)
}

const commaSeparated = (text) => splitOutside(text, (character) => character === ',')
const spaceSeparated = (text) => splitOutside(text, (character) => /\s/.test(character))

/** The end of the bracket that opens at `start`. */
function closing(text, start) {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

/** One selector without `:where()`: a selector for each of its alternatives. */
export function withoutWhere(selector) {
  const start = selector.indexOf(':where(')
  if (start < 0) return [selector]
  const end = closing(selector, start + ':where'.length)
  const [before, inner, after] = [selector.slice(0, start), selector.slice(start + 7, end), selector.slice(end + 1)]
  return commaSeparated(inner).flatMap((alternative) => withoutWhere(before + alternative + after))
}

const sides = {
  'margin-inline': ['margin-left', 'margin-right'],
  'padding-inline': ['padding-left', 'padding-right'],
  'inset-inline': ['left', 'right'],
  'margin-block': ['margin-top', 'margin-bottom'],
  'padding-block': ['padding-top', 'padding-bottom'],
  'inset-block': ['top', 'bottom'],
}
const oneSide = { 'inset-inline-start': 'left', 'inset-inline-end': 'right' }

function declarations(property, value) {
  if (oneSide[property]) return [[oneSide[property], value]]
  const values = spaceSeparated(value)
  if (sides[property]) {
    const [first, second = first] = values
    return [
      [sides[property][0], first],
      [sides[property][1], second],
    ]
  }
  if (property !== 'inset') return null
  const [top, right = top, bottom = top, left = right] = values
  return [
    ['top', top],
    ['right', right],
    ['bottom', bottom],
    ['left', left],
  ]
}

export default function legacyCss() {
  return {
    postcssPlugin: 'legacy-css',
    Rule(rule) {
      if (!rule.selector.includes(':where(')) return
      rule.selector = commaSeparated(rule.selector).flatMap(withoutWhere).join(', ')
    },
    Declaration(declaration) {
      const important = declaration.important
      const replaced = declarations(declaration.prop, declaration.value)
      if (replaced) {
        for (const [prop, value] of replaced) declaration.cloneBefore({ prop, value, important })
        declaration.remove()
        return
      }
      const previous = declaration.prev()
      const twin = previous?.type === 'decl' && previous.prop === declaration.prop
      if (/\ddvh/.test(declaration.value) && !twin) {
        declaration.cloneBefore({ value: declaration.value.replace(/(\d)dvh/g, '$1vh') })
      }
    },
  }
}
legacyCss.postcss = true
