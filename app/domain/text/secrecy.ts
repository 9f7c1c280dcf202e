import { fold } from './fold.ts'

export type SecrecyMark = { level: '绝密' | '机密' | '秘密'; term: string | null; line: number; words: string }

/** The marks stand at the head of the first page (GB/T 9704-2012 7.2.2). */
const headLines = 12
const term = '(\\d{1,3}年|\\d{1,2}个?月|[零一二三四五六七八九十百]{1,5}年|[零一二三四五六七八九十]{1,3}个月|长期)'
const marks = [
  new RegExp(`^(?:密级[:：]?)?(绝密|机密|秘密)[★☆*]${term}?$`),
  new RegExp(`^密级[:：](绝密|机密|秘密)(?:[★☆*]?${term})?$`),
  /^(绝密|机密|秘密)$/,
]

/** Other marks that share the line: 000001, 特急. */
const besides = /^\d{6}|(?:特急|加急|急件)$/g

/**
 * Finds a secrecy mark at the head of a document: 机密★10年, 秘密★, 密级：秘密, or the level alone on its line.
 * Words about secrecy in running text (保守国家秘密, 商业秘密) are no mark. `line` counts from 1.
 */
export function findSecrecyMark(source: string): SecrecyMark | null {
  const lines = source.split(/\r\n|[\n\r]/)
  let seen = 0
  for (const [index, line] of lines.entries()) {
    const words = fold(line)
    if (!words) continue
    if (++seen > headLines) return null
    const found = marks.map((mark) => mark.exec(words.replace(besides, ''))).find(Boolean) ?? inline(line)
    if (found)
      return { level: found[1] as SecrecyMark['level'], term: found[2] ?? null, line: index + 1, words: line.trim() }
  }
  return null
}

/** A level with its star needs no line of its own: nothing else is written so. */
const inline = (line: string) => new RegExp(`(?:^|\\s)(绝密|机密|秘密)\\s*[★☆]\\s*${term}?`).exec(line)
