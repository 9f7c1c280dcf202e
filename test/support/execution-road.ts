import { type Move, must, type Played } from './play.ts'
import { decided } from './decision-road.ts'

export const by = (who: string, act: string, input: object = {}): Move => ({ by: who, act, input })

/** From the number of a major decision to its publication. */
export const publishing: Move[] = [
  by('clerk', 'number-document', { kind: 'register' }),
  by('clerk', 'issue-document', { signatory: '市长', writtenOn: '2026-03-02' }),
  by('clerk', 'publish', { publishedOn: '2026-03-02', gazette: '2026年第3期' }),
]
let road: Played | undefined
/** Played once: what is played is never changed. */
export const published = (): Played => {
  road ??= publishing.reduce(must, decided())
  return road
}

export const assign = by('clerk', 'assign-execution', {
  tasks: [
    { unitId: 'urban', words: '调整停车收费公示牌', dueOn: '2026-04-01' },
    { unitId: 'housing', words: '核定公共泊位', dueOn: '2026-05-01' },
  ],
})
export const problem = by('housing-liaison', 'report-execution', {
  problem: 'circumstances-changed',
  words: '油价上涨，停车需求明显下降',
})
/** A published decision whose execution lies with two units. */
export const executed = (...moves: Move[]): Played => [assign, ...moves].reduce(must, published())
