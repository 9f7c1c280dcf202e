import { roundsOf, standingAnswer } from '#app/domain/matter/matter.ts'
import { disputes } from '#prisma/demo/rounds.ts'
import { demoText } from '../data.server.ts'
import { headOf, unitShortName } from '../people.server.ts'
import { scan } from '../scan.server.ts'
import { at, type Step } from '../steps.server.ts'
import { currentVersion, type Road } from './road.server.ts'

/** A head who signed the text before his own unit's objection changed it: his signature fell with the change. */
export const signedEarlier = ({ demo }: Road, unit: string) => demo.key === 'rehabilitation' && unit === 'labour'

/** What only one matter shows. */
const particular: Record<string, (road: Road) => Step[]> = {
  rehabilitation: ({ demo }) => [
    at(13, (played) => ({
      by: headOf('labour', played.today).person.key,
      act: 'sign-submission',
      input: { versionId: currentVersion(played), opinion: 'agree', remark: '按照现稿同意联合印发。' },
      files: [scan('onBehalf.file', demo.title)],
    })),
  ],
  'electric-bicycles': ({ demo, end }) =>
    disputes.map(({ question, views, leadView, grounds, outcome, locus }) =>
      at(end, ({ today }) => ({
        by: demo.drafter,
        act: 'enter-evidence',
        files: [scan('files', '分歧意见协调会议记录')],
        input: {
          step: 'dispute-settlement',
          document: `关于${locus}的分歧意见协调会议记录`,
          person: '鲍慧敏',
          on: today,
          conclusion: outcome,
          fields: {
            mainIssue: question,
            unitsOpinions: views.map(({ unit, view }) => `${unitShortName(unit)}：${view}`).join('\n'),
            leadOpinion: leadView,
            leadReasons: grounds,
            level: 'government',
          },
        },
      })),
    ),
  /** Two drafters have typed something that is not yet a version. */
  'kitchen-waste': ({ demo, end, newest, firstStart }) => [
    at(Math.min(end + 3, newest), (played) => ({
      by: demo.drafter,
      act: 'keep-working-copy',
      input: {
        baseVersionId: currentVersion(played),
        source: demoText('kitchen-waste', firstStart).replace(/^第二条　/m, '第二条　（正在修改）'),
      },
    })),
  ],
  'community-canteens': ({ demo, end, newest, firstStart }) => [
    at(Math.min(end + 2, newest), () => ({
      by: demo.drafter,
      act: 'keep-working-copy',
      input: { source: demoText('community-canteens', firstStart) },
    })),
  ],
  /** What was recorded for a unit is not what it wrote. */
  'shared-bicycles': ({ end, newest }) => [
    at(Math.min(end + 9, newest), ({ matter }) => {
      const letter = standingAnswer(roundsOf(matter)[0]!, 'market')!
      return {
        by: 'bai-yuchen',
        act: 'contest-record',
        input: { recordId: letter.id, words: '我局来函还提出了押金、预付金管理的意见，代录时遗漏，请核对来函原件。' },
      }
    }),
  ],
}

export const particularSteps = (road: Road): Step[] => particular[road.demo.key]?.(road) ?? []
