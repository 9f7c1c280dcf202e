/** Marks of Markdown that say how a line looks and are no words of the text. */
const comment = /<!--[\s\S]*?-->/g
const heading = /^#{1,6}\s+(.*?)(?:\s+#+)?$/
const quotation = /^>\s?/
const emphasis = /(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g

const lineBreaksOf = (words: string) => words.replace(/[^\n]/g, '')

/** The words of a Markdown file line by line: its line numbers stay, its headings and emphasis become plain words. */
export const readMarkdown = (source: string): string =>
  source
    .replace(comment, lineBreaksOf)
    .split('\n')
    .map((line) => line.replace(quotation, '').replace(heading, '$1').replace(emphasis, '$2'))
    .join('\n')
