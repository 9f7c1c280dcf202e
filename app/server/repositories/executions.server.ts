import { type ExecutionState, executionState } from '#app/domain/matter/execution.ts'
import type { MatterRecord, RecordKind } from '#app/domain/matter/records.ts'
import type { Tx } from '../db.server.ts'
import { findRecords } from './matters.server.ts'

/** What the state of execution follows from. */
const told: readonly RecordKind[] = [
  'opened',
  'published',
  'unit-succeeded',
  'execution-assigned',
  'execution-suspended',
  'execution-resumed',
  'adjustment-decided',
  'execution-ended',
]

/** How the execution of published major decisions stands; other matters are left out. */
export async function findExecutionStates(tx: Tx, matterIds: readonly string[]): Promise<Map<string, ExecutionState>> {
  const byMatter = new Map<string, MatterRecord[]>()
  for (const record of await findRecords(tx, matterIds, told))
    byMatter.set(record.matterId, [...(byMatter.get(record.matterId) ?? []), record])
  return new Map(
    [...byMatter].flatMap(([id, records]): Array<[string, ExecutionState]> => {
      const state = executionState({ id, revision: 0, records })
      return state ? [[id, state]] : []
    }),
  )
}
