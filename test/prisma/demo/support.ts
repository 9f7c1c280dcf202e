import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from '#app/domain/text/parse.ts'
import { parseAddress, provisionAt } from '#app/domain/text/address.ts'
import type { TextKey } from '#prisma/demo/texts.ts'
import type { HolidayNotice } from '#app/domain/calendar/working-days.ts'
import type { LibraryAct } from '#prisma/library/types.ts'

const prisma = resolve(import.meta.dirname, '../../../prisma')

export const readDemo = (key: TextKey) => readFileSync(resolve(prisma, 'demo/texts', `${key}.txt`), 'utf8')
export const library = JSON.parse(readFileSync(resolve(prisma, 'library/laws.json'), 'utf8')) as LibraryAct[]
export const holidays = JSON.parse(readFileSync(resolve(prisma, 'library/holidays.json'), 'utf8')) as HolidayNotice[]

export const articleLabels = (text: string) =>
  [...text.matchAll(/^(第[零一二三四五六七八九十百]+条)　/gm)].map(([, label]) => label!)

/** 《title》第X条、第Y条 as written, one pair an article. */
export const citations = (text: string) =>
  [
    ...text.matchAll(
      /《([^《》]+(?:《[^《》]+》[^《》]*)?)》((?:[、和]?第[零一二三四五六七八九十百千]+条(?:第[一二三四五六七八九十]+[款项])*)+)/g,
    ),
  ].flatMap(([, title, list]) =>
    [...list!.matchAll(/第[零一二三四五六七八九十百千]+条/g)].map(([label]) => ({ title: title!, label: label! })),
  )

/** The provision that a locus names in a text, or null. */
export function provisionNamed(key: TextKey, locus: string) {
  let next = 0
  const address = parseAddress(locus)
  return (
    address &&
    provisionAt(
      parse(readDemo(key), () => `p${next++}`),
      address,
    )
  )
}
