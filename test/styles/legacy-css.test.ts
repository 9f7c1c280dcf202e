import postcss from 'postcss'
import { expect, test } from 'vitest'
import legacyCss from '#app/styles/legacy-css.js'

const written = (css: string) =>
  postcss([legacyCss()]).process(css, { from: undefined }).css.replace(/\s+/g, ' ').trim()

test.each([
  [':where(.a) .b { color: red }', '.a .b { color: red }'],
  ['.x :where(.a, .b):hover { color: red }', '.x .a:hover, .x .b:hover { color: red }'],
  [
    ':where([data-scheme="dark"]) :where(.a:not(.c), .b) { color: red }',
    '[data-scheme="dark"] .a:not(.c), [data-scheme="dark"] .b { color: red }',
  ],
  ['.p, .q:where(.a) { color: red }', '.p, .q.a { color: red }'],
  [':where(:is(.a, .b)) { color: red }', ':is(.a, .b) { color: red }'],
  ['.a { padding-inline: 4px }', '.a { padding-left: 4px; padding-right: 4px }'],
  ['.a { margin-inline: var(--x, var(--y)) 2px }', '.a { margin-left: var(--x, var(--y)); margin-right: 2px }'],
  ['.a { padding-block: 1px 2px }', '.a { padding-top: 1px; padding-bottom: 2px }'],
  ['.a { inset: 0 }', '.a { top: 0; right: 0; bottom: 0; left: 0 }'],
  [
    '.a { inset: 1px 2px 3px !important }',
    '.a { top: 1px !important; right: 2px !important; bottom: 3px !important; left: 2px !important }',
  ],
  ['.a { inset-inline-end: calc(1px + 2px) }', '.a { right: calc(1px + 2px) }'],
  ['.a { height: 100dvh }', '.a { height: 100vh; height: 100dvh }'],
  ['.a { color: red }', '.a { color: red }'],
])('%s', (css, expected) => {
  expect(written(css)).toBe(expected)
})
