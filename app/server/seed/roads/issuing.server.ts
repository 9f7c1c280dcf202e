import type { Role } from '#app/domain/access/roles.ts'
import { holderOf, has, headOf, personOf } from '../people.server.ts'
import { scan } from '../scan.server.ts'
import type { Gapped, Played } from '../steps.server.ts'
import { currentVersion, deskOf, inYear, type Road, reaches } from './road.server.ts'

const clerk = (road: Road, today: string) => holderOf(deskOf(road).office, ['office-clerk'], today).person.key
const keeper = (road: Road, today: string) =>
  holderOf(deskOf(road).office, ['register-keeper', 'office-clerk'], today).person.key

const issuerRoles: Record<string, readonly Role[]> = {
  government: ['chief-executive'],
  'government-office': ['office-head'],
}
const signatory = ({ demo }: Road, today: string) =>
  holderOf(demo.issuer, issuerRoles[demo.authority] ?? ['unit-head'], today).person

const signature = (
  road: Road,
  rank: string,
  by: (today: string) => string,
  opinion: 'agree' | 'circled',
  gap = 1,
): Gapped => [
  gap,
  (played: Played) => ({
    by: by(played.today),
    act: 'sign-sheet',
    files: [scan('onBehalf.file', '发文审批单签批页')],
    input: { versionId: currentVersion(played), rank, opinion },
  }),
]

/** The approval sheet on its round, up to the signature that issues. */
function signingSteps(road: Road): Gapped[] {
  const { demo } = road
  const steps: Gapped[] = [
    [
      2,
      ({ today }) => ({
        by: road.inDepartment ? demo.drafter : clerk(road, today),
        act: 'issue-approval-sheet',
        input: {},
      }),
    ],
    signature(road, 'drafter', () => demo.drafter, 'agree', 0),
  ]
  if (demo.lead !== demo.issuer)
    steps.push(signature(road, 'unit-head', (today) => headOf(demo.lead, today).person.key, 'agree'))
  const { office } = deskOf(road)
  if (has(office, 'copy-editor', road.dateOf(0)))
    steps.push(signature(road, 'copy-editor', (today) => holderOf(office, ['copy-editor'], today).person.key, 'agree'))
  if (reaches(road, 'signed'))
    steps.push(signature(road, 'issuer', (today) => signatory(road, today).key, 'circled', 2))
  return steps
}

/** Numbers, the red-letterhead document, publication with its proof, the register, and the number of the filing authority. */
export function issuingSteps(road: Road): Gapped[] {
  const { demo } = road
  if (!reaches(road, 'signing')) return []
  const steps = signingSteps(road)
  const number = (kind: string, gap: number): Gapped => [
    gap,
    ({ today }) => ({ by: clerk(road, today), act: 'number-document', input: { kind } }),
  ]
  if (reaches(road, 'numbered')) steps.push(number('document', 1), number('register', 0))
  if (reaches(road, 'issued')) {
    steps.push([
      1,
      ({ today }) => ({
        by: clerk(road, today),
        act: 'issue-document',
        input: {
          addressee: demo.enclosed === null ? undefined : demo.issue!.addressee.replace(/：$/, ''),
          copies: '市委办公室，市人大常委会办公室，市政协办公室，市中级法院，市检察院。',
          signatory: personOf.get(signatory(road, today).key)!.name,
        },
      }),
    ])
  }
  if (reaches(road, 'published')) {
    steps.push([
      2,
      ({ today }) => ({
        by: clerk(road, today),
        act: 'publish',
        input: { publishedOn: today, gazette: inYear(demo.issue!.gazette, today), address: demo.issue!.address },
      }),
    ])
  }
  if (reaches(road, 'registered')) {
    steps.push([2, ({ today }) => ({ by: keeper(road, today), act: 'enter-register', input: {} })])
    steps.push([
      10,
      ({ today }) => ({
        by: keeper(road, today),
        act: 'record-filing',
        files: [scan('files', '备案回执')],
        input: { ...filedWith(road, today), on: today },
      }),
    ])
  }
  return steps
}

/** A department's own documents are filed with its government, those of the government one level up. */
const filedWith = ({ demo, inDepartment }: Road, today: string) => {
  const n = ((demo.title.length * 7) % 90) + 10
  return inDepartment
    ? { authority: '清宁市人民政府', number: `清政备〔${today.slice(0, 4)}〕${n}号` }
    : { authority: '省人民政府', number: `省政备〔${today.slice(0, 4)}〕${n}号` }
}
