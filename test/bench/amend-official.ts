import { readDecision } from '#app/domain/amendment/read.ts'
import { corpusFiles, readCorpus } from '../support/corpus.ts'
import { applyOfficialDecisions, type AppliedPair } from '../support/decisions.ts'

/**
 * Why a published text differs from what its decision orders: faults of the sources, each looked at by hand. A
 * pair that is not here and not exact is a fault of ours.
 */
const faults: Record<string, string> = {
  P7b23eb: '公布文本第四十三条“打击报复的，”的“的”，决定所引改前、改后文字均不含',
  P854d2d: '旧文本来源缺“第二章”标题号',
  P8be61e: '新旧文本出自两个来源：第二十三条顿号、附表不同',
  Pf0bead: '旧文本来源在“《中华人民共和国合同法》第五十二条”处断行',
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
const isDone = ({ state }: AppliedPair['outcomes'][number]) => state === 'applied' || state === 'already-done'

function row({ pair, instructions, outcomes, unread, exact, difference }: AppliedPair): string {
  const [id = '', title = ''] = pair.split('_')
  const verdict = exact ? 'exact' : `${faults[id] ?? 'ours'} (${difference?.join(' | ')})`
  return `| ${title} | ${instructions.length} | ${unread.length} | ${outcomes.filter(isDone).length} | ${verdict} |`
}

/** Every instruction that was not applied and every sentence that was not read, with its reason. */
function residue({ pair, instructions, outcomes, unread }: AppliedPair): string[] {
  const left = outcomes
    .filter((one) => !isDone(one))
    .map(({ no, state }) => {
      const quote = instructions.find((one) => one.no === no)?.quote ?? ''
      return `- ${pair} ${no} ${state}: ${quote.slice(0, 60)}`
    })
  return [...left, ...unread.map(({ line, why, quote }) => `- ${pair}:${line} ${why}: ${quote.slice(0, 60)}`)]
}

function standalone(): string[] {
  const read = corpusFiles('pairs/decisions', '.txt').map((file) => ({
    file,
    ...readDecision(readCorpus('pairs/decisions', file)),
  }))
  const instructions = read.flatMap(({ documents }) => documents.flatMap((one) => one.instructions)).length
  const statements = read.flatMap((one) => one.statements).length
  const unread = read.flatMap(({ file, unread }) => unread.map((one) => ({ file, ...one })))
  const known = instructions + statements
  return [
    `${read.length} standalone decisions: ${instructions} instructions, ${statements} other sentences, ${unread.length} named as unread (${share(known, known + unread.length)} read)`,
    ...unread.map(
      ({ file, line, why, quote }) => `- ${file}:${line} ${why}: ${quote.slice(0, 50).replaceAll('\n', ' ')}`,
    ),
  ]
}

/** The official decisions of the corpus, carried out on the text before them; the second table of `bench:amend`. */
export function officialTable(): string {
  const pairs = applyOfficialDecisions()
  const outcomes = pairs.flatMap((one) => one.outcomes)
  const exact = pairs.filter((one) => one.exact).length
  const sound = pairs.filter(({ pair }) => !faults[pair.split('_')[0]!])
  return [
    '| text | instructions | unread | applied | published text |',
    '| --- | ---: | ---: | ---: | --- |',
    ...pairs.map(row),
    '',
    `applied ${outcomes.filter(isDone).length} of ${outcomes.length} (${share(outcomes.filter(isDone).length, outcomes.length)})`,
    `documents exact ${exact} of ${pairs.length} (${share(exact, pairs.length)}); without those whose sources differ otherwise ${sound.filter((one) => one.exact).length} of ${sound.length}`,
    ...pairs.flatMap(residue),
    '',
    ...standalone(),
  ].join('\n')
}
