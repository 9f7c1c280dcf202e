/** Front matter and comments: nothing of them is the text. */
const aside = /^---\n[\s\S]*?\n---\n|<!--[\s\S]*?-->/g
const lineBreaksOf = (words: string) => words.replace(/[^\n]/g, '')

/**
 * A text in Markdown as plain lines: marks of headings, quotations and emphasis taken off, comments and front matter left
 * out. Every line keeps its number.
 */
export const plainMarkdown = (source: string): string =>
  source
    .replace(aside, lineBreaksOf)
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/, '')
        .replace(/\*\*(.+?)\*\*/g, '$1')
        .replace(/\s+#+\s*$/, ''),
    )
    .join('\n')
