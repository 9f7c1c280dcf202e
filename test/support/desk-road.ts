import { kinds, type MatterKind } from '#app/domain/matter/kinds.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import type { Move, Played } from './play.ts'
import { articles, opening } from './road.ts'

/** The road of what only passes the legality desk, act by act. */

export const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
export type Desk = Extract<MatterKind, 'contract' | 'enforcement-decision'>

const openingOf: Record<Desk, object> = {
  contract: { ...opening, kind: 'contract', title: '停车设施特许经营合同', facts: { money: true } },
  'enforcement-decision': {
    ...opening,
    kind: 'enforcement-decision',
    title: '责令停产停业决定',
    facts: { disputed: true },
  },
}
export const point: Record<Desk, string> = {
  contract: 'contract-interest',
  'enforcement-decision': 'enforcement-facts',
}
export const materials = (kind: Desk) => kinds[kind].materials.due.map((one) => ({ kind: one, present: true }))

/** What people do, one after another, and the stage it comes to. */
export const roadOf = (kind: Desk): Array<[string, (played: Played) => Move[]]> => [
  ['opened', () => [{ by: 'drafter', act: 'open-matter', input: openingOf[kind] }]],
  [
    'drafting',
    () => [{ by: 'drafter', act: 'save-version', input: { baseVersionId: null, name: '送审稿', source: articles(5) } }],
  ],
  [
    'submitted',
    (played) => [
      {
        by: 'drafter',
        act: 'submit',
        input: { versionId: versionId(played), allowedWorkingDays: 5, materials: materials(kind) },
      },
    ],
  ],
  ['under-review', () => [{ by: 'section', act: 'accept-for-review', input: { officerPostId: 'officer' } }]],
  [
    'under-review',
    (played) => [
      {
        by: 'officer',
        act: 'draft-review-opinion',
        input: {
          versionId: versionId(played),
          conclusion: 'revise',
          findings: [{ point: point[kind], finding: '第二条所称事实没有材料佐证' }],
        },
      },
      { by: 'section', act: 'pass-section-head', input: { agreed: true } },
      { by: 'deputy', act: 'pass-deputy-head', input: { agreed: true } },
    ],
  ],
  [
    'reviewed',
    (played) => [{ by: 'justice-head', act: 'issue-review-opinion', input: { versionId: versionId(played) } }],
  ],
  ['concluded', (played) => [conclude(played)]],
  [
    'archived',
    () => [
      { by: 'drafter', act: 'archive-matter', input: { on: '2026-03-02', manifest: '文本、审核意见书、送审材料' } },
    ],
  ],
]
export const conclude = (played: Played): Move => ({
  by: 'drafter',
  act: 'conclude-matter',
  input: { versionId: versionId(played), on: '2026-03-02', reference: '清城合〔2026〕1号' },
})
