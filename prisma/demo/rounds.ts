import {
  bottledGas,
  electricBicyclesDispute,
  electricBicyclesFirst,
  innovativeFirms,
  rehabilitation,
  rentSubsidy,
  roadWorks,
  sharedBicycles,
} from './rounds/others.ts'
import { quietRounds } from './rounds/quiet.ts'
import { signboardsFirst, signboardsSecond } from './rounds/signboards.ts'
import type { DemoRound } from './rounds/types.ts'

export type {
  AnswerKind,
  DemoAnswer,
  DemoDisposition,
  DemoOpinion,
  DemoRound,
  DispositionKind,
} from './rounds/types.ts'

export const rounds: DemoRound[] = [
  signboardsFirst,
  signboardsSecond,
  electricBicyclesFirst,
  innovativeFirms,
  rehabilitation,
  bottledGas,
  sharedBicycles,
  roadWorks,
  rentSubsidy,
  ...quietRounds,
]

export const disputes = [electricBicyclesDispute]

/** Pairs of opinions in one round that want the contrary of each other. */
export const oppositeOpinions: { round: string; locus: string; opinions: [string, string] }[] = [
  { round: 'signboards-first', locus: '第十九条', opinions: ['housing-3', 'approvals-1'] },
  { round: 'signboards-first', locus: '第三十一条', opinions: ['housing-5', 'shuangtang-1'] },
  { round: 'signboards-first', locus: '第十四条', opinions: ['market-4', 'culture-2'] },
  { round: 'electric-bicycles-first', locus: '第六条', opinions: ['fire-1', 'urban-1'] },
]
