import type { Doing } from './doing.ts'

/** What follows the publication of a major decision. */
export const executing: readonly Doing[] = [
  {
    act: 'assign-execution',
    sets: {
      'execution.units': 'higher',
      'execution.tasksOpen': 'higher',
      'execution.state': 'some',
    },
  },
  { act: 'close-supervision', sets: { 'execution.tasksOpen': 'lower', 'execution.tasksOverdue': 'lower' } },
  {
    act: 'report-execution',
    outcome: 'progress',
    needs: { atLeast: ['execution.units', 1] },
    sets: { 'execution.reports': 'higher' },
  },
  {
    act: 'report-execution',
    outcome: 'problem',
    needs: { atLeast: ['execution.units', 1] },
    sets: { 'execution.reports': 'higher', 'execution.problems': 'higher', 'execution.problemsOpen': 'higher' },
  },
  {
    act: 'answer-problem',
    needs: { atLeast: ['execution.problems', 1] },
    sets: { 'execution.problemsOpen': 'lower' },
  },
  { act: 'record-remark', sets: { 'execution.remarks': 'higher', 'execution.remarksOpen': 'higher' } },
  {
    act: 'answer-remark',
    needs: { atLeast: ['execution.remarks', 1] },
    sets: { 'execution.remarksOpen': 'lower' },
  },
  { act: 'suspend-execution', sets: { 'execution.suspended': { to: true }, 'execution.state': 'some' } },
  { act: 'resume-execution', sets: { 'execution.suspended': { to: false }, 'execution.state': 'some' } },
  {
    act: 'order-evaluation',
    sets: { 'evaluation.ordered': 'higher', 'evaluation.open': 'higher', 'evaluation.trigger': 'some' },
  },
  {
    act: 'report-evaluation',
    needs: { atLeast: ['evaluation.open', 1] },
    sets: { 'evaluation.open': 'lower', 'evaluation.conclusion': 'some' },
  },
  { act: 'decide-adjustment', sets: { 'execution.adjusting': { to: true }, 'execution.state': 'some' } },
  {
    act: 'end-execution',
    outcome: 'completed',
    sets: {
      'execution.ended': { to: true },
      'execution.outcome': { to: 'completed' },
      'execution.state': { to: 'completed' },
    },
  },
  {
    act: 'end-execution',
    outcome: 'superseded',
    needs: { eq: ['execution.adjusting', true] },
    sets: {
      'execution.ended': { to: true },
      'execution.outcome': { to: 'superseded' },
      'execution.state': { to: 'superseded' },
    },
  },
]
