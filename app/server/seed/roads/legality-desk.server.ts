import { saveVersion } from './circulation.server.ts'
import { submitStep } from './closing.server.ts'
import { judgementSteps } from './review.server.ts'
import { currentVersion, inYear, type Road } from './road.server.ts'
import { scan } from '../scan.server.ts'
import { at, type Gapped, laidBack, type Step } from '../steps.server.ts'

/** A contract or an enforcement decision: its text, the review, what came of it, and the archive. */
export const legalityDeskSteps = (road: Road): Step[] => [
  at(1, saveVersion(road, 0)),
  ...laidBack(road.end, 2, [submitStep(road), ...judgementSteps(road, road.review!), ...conclusionSteps(road)]),
]

const conclusionSteps = ({ demo }: Road): Gapped[] =>
  demo.stage === 'archived'
    ? [
        [
          2,
          (played) => ({
            by: demo.drafter,
            act: 'conclude-matter',
            files: [scan('files', demo.title)],
            input: {
              versionId: currentVersion(played),
              on: played.today,
              reference: inYear('清工信合〔{year}〕6号', played.today),
            },
          }),
        ],
        [
          1,
          ({ today }) => ({
            by: demo.drafter,
            act: 'archive-matter',
            input: { on: today, manifest: '合同正本、成交通知书、合法性审查意见书、送审材料' },
          }),
        ],
      ]
    : []
