import { type Directory, isValidOn } from '../access/directory.ts'
import type { Relation, Role } from '../access/roles.ts'
import type { PlainDate } from '../base/date.ts'
import type { Act, Actor, Refusal } from './act.ts'

/** 代录: a clerk enters for a person what that person did on paper or elsewhere. */
export type Recording = {
  recorder: Actor
  principalPostId: string
  paperDate: PlainDate
  reference?: string
  hasScan: boolean
}

const clerks: readonly Role[] = ['office-clerk', 'liaison', 'drafter', 'review-officer']
/** Acts that a clerk of the lead unit or of the office enters for other units: their stamped letters and signed sheets. */
const acrossUnits = new Set(['send-answer', 'send-late-answer', 'sign-submission', 'sign-sheet', 'enter-evidence'])

/**
 * May this be recorded for that person? Within a unit by its own clerks; across units only what comes as a letter or a signed page. It
 * needs a scan or a reference and a date on paper that is not in the future. A signature is recorded only for a person without an
 * account: who has one signs himself.
 */
export function mayRecord(
  act: Pick<Act, 'name' | 'password' | 'subject'>,
  recording: Recording,
  relationsOfRecorder: ReadonlySet<Relation>,
  directory: Directory,
  today: PlainDate,
): Refusal | null {
  const post = directory.posts.get(recording.principalPostId)
  if (act.subject === 'system' || !post || !isValidOn(post, recording.paperDate))
    return { code: 'principal-unknown', field: 'onBehalf.postId' }
  if (!clerks.some((role) => recording.recorder.roles.includes(role))) return { code: 'not-a-clerk' }
  if (!recording.reference && !recording.hasScan)
    return { code: 'recording-without-proof', field: 'onBehalf.reference' }
  if (recording.paperDate > today) return { code: 'date-in-future', field: 'onBehalf.paperDate' }
  if (act.password && usesAccount(directory, post.personId))
    return { code: 'sign-in-person', fields: { who: post.personName }, field: 'onBehalf.postId' }
  if (act.password && !recording.hasScan) return { code: 'signature-without-scan', field: 'onBehalf.file' }
  return withinReach(act.name, recording.recorder, post.unitId, relationsOfRecorder, directory)
    ? null
    : { code: 'recording-out-of-reach', field: 'onBehalf.postId' }
}

const usesAccount = (directory: Directory, personId: string) => {
  const account = directory.people.get(personId)?.account
  return Boolean(account && !account.disabled)
}

function withinReach(
  act: string,
  recorder: Actor,
  unitId: string,
  relations: ReadonlySet<Relation>,
  directory: Directory,
): boolean {
  if (unitId === recorder.unitId) return true
  const office = recorder.roles.includes('office-clerk')
  if (office && directory.units.get(recorder.unitId)?.parentId === unitId) return true
  return (
    acrossUnits.has(act) &&
    (relations.has('own') || relations.has('lead')) &&
    (office || recorder.roles.includes('drafter'))
  )
}
