import { type ExecutionState, executionState } from '#app/domain/matter/execution.ts'
import type { MatterRecord, RecordKind } from '#app/domain/matter/records.ts'
import type { Tx } from '../db.server.ts'
import { findRecords } from './matters.server.ts'

/** What the state of execution follows from. */
const told: readonly RecordKind[] = [
  'opened',
  'facts-changed',
  'major-decided',
  'published',
  'unit-succeeded',
  'execution-assigned',
  'execution-suspended',
  'execution-resumed',
  'adjustment-decided',
  'execution-ended',
]

/** PostgreSQL takes 32,767 values in one question. */
const asked = 10_000

/** How the execution of published major decisions stands; other matters are left out. */
export async function findExecutionStates(tx: Tx, matterIds: readonly string[]): Promise<Map<string, ExecutionState>> {
  const byMatter = new Map<string, MatterRecord[]>()
  for (let at = 0; at < matterIds.length; at += asked)
    for (const record of await findRecords(tx, matterIds.slice(at, at + asked), told))
      byMatter.set(record.matterId, [...(byMatter.get(record.matterId) ?? []), record])
  return new Map(
    [...byMatter].flatMap(([id, records]): Array<[string, ExecutionState]> => {
      const state = executionState({ id, revision: 0, records })
      return state ? [[id, state]] : []
    }),
  )
}
