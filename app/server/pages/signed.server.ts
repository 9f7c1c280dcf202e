import { isContested } from '#app/domain/matter/matter.ts'
import type { MatterRecord, Payload, RecordKind, RecordOf } from '#app/domain/matter/records.ts'
import type { MatterPage } from './matter-page.server.ts'

type Reading = Pick<MatterPage, 'matter' | 'viewer'>

/** Where somebody contests what a clerk recorded for him or his unit; null for everybody else. */
function contestPath({ matter, viewer }: Reading, record: MatterRecord): string | null {
  const isMine = record.personId === viewer.personId || record.unitId === viewer.post.unit.id
  if (!record.recordedBy || !isMine || isContested(matter, record.id)) return null
  return `/matters/${matter.id}/record?contest=${record.id}#form-contest-record`
}

/** Who did something, when, whether a clerk entered it for him, and whether that is contested. */
export const signed = (page: Reading, record: MatterRecord) => ({
  id: record.id,
  person: record.names.person,
  post: record.names.post,
  unit: record.names.unit,
  on: record.on,
  at: record.at,
  documents: record.documents,
  recordedBy: record.recordedBy && {
    recorder: `${record.recordedBy.names.unit} ${record.recordedBy.names.person}`,
    principal: `${record.names.unit} ${record.names.person}`,
    paperDate: record.recordedBy.paperDate,
    enteredOn: record.recordedBy.enteredAt,
    reference: record.recordedBy.reference,
    fileId: record.recordedBy.fileId,
  },
  contested: isContested(page.matter, record.id),
  contestTo: contestPath(page, record),
})

/** A record as a page shows it: who and when, with what it says. */
export const shownRecord = <Kind extends RecordKind>(page: Reading, record: RecordOf<Kind>) => ({
  ...signed(page, record),
  payload: record.payload as Payload<Kind>,
})

/** The same for a record that may not be there. */
export const shownIf = <Kind extends RecordKind>(page: Reading, record: RecordOf<Kind> | null) =>
  record && shownRecord(page, record)
