import { applyInstructions } from '#app/domain/amendment/apply.ts'
import type { Instruction } from '#app/domain/amendment/instruction.ts'
import type { Outcome } from '#app/domain/amendment/outcome.ts'
import { readDecision, type Unread } from '#app/domain/amendment/read.ts'
import { fold } from '#app/domain/text/fold.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { corpusFiles, readCorpus } from './corpus.ts'

/** An official decision carried out on the text before it, against the text that was published after it. */
export type AppliedPair = {
  pair: string
  instructions: Instruction[]
  outcomes: Outcome[]
  unread: Unread[]
  exact: boolean
  /** The first words that differ, ours and the published ones. */
  difference: [string, string] | null
}

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const ending = '.decision.txt'
const plain = (title: string) => fold(title).replace(/[《》〈〉]|中华人民共和国/g, '')

/** What exactness is judged on: the title and everything from the first 编, 章, 条 or 一、 on. */
export function judged(text: LegalText): string {
  const lines = print(text).split('\n').map(fold)
  const body = lines.findIndex((line) => /^(?:第[一1]|一、)/.test(line))
  return [lines[0], ...lines.slice(body)].join('')
}

function firstDifference(ours: string, theirs: string): [string, string] | null {
  if (ours === theirs) return null
  let at = 0
  while (at < ours.length && ours[at] === theirs[at]) at++
  return [ours.slice(at - 12, at + 20), theirs.slice(at - 12, at + 20)]
}

/** All pairs of the corpus that have their official decision. */
export function applyOfficialDecisions(): AppliedPair[] {
  return corpusFiles('pairs/dev', ending).map((file) => {
    const pair = file.slice(0, -ending.length)
    const old = parse(readCorpus('pairs/dev', `${pair}.old.txt`), ids('p'))
    const published = parse(readCorpus('pairs/dev', `${pair}.new.txt`), ids('q'))
    const { documents, unread } = readDecision(readCorpus('pairs/dev', file))
    const title = old.children.find(({ kind }) => kind === 'title')?.text ?? ''
    const document = documents.find((one) => plain(one.title) === plain(title)) ?? documents[0]!
    const { text, outcomes } = applyInstructions(old, document.instructions, { newId: ids('n') })
    const difference = firstDifference(judged(text), judged(published))
    const { instructions } = document
    return { pair, instructions, outcomes, unread, exact: difference === null, difference }
  })
}
