import type { Source } from '#app/domain/base/source.ts'
import type { Effect } from '#app/domain/comparison/effects.ts'
import { openHints } from '#app/domain/matter/fact-hints.ts'
import { type Bound, boundRecords } from '#app/domain/matter/standing.ts'
import { evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { type Edit, type Opener, reopeningRules, type StandsBecause } from '#app/domain/procedure/reopening.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { namedProvisions } from './closing-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { signed } from './signed.server.ts'

/** A provision that was edited: where it is, and the words that made it matter. */
export type ShownEdit = { address: string; words: string[]; adds: Effect[] }

type Shown = ReturnType<typeof signed> & {
  subject: string
  isEvidence: boolean
  edits: ShownEdit[]
  sources: readonly Source[]
}
export type ShownStanding = Shown & ({ fresh: true; because: StandsBecause } | { fresh: false; opener: Opener })

/** The words that tell why: those of the market where competition was examined, else those that add something. */
function shownEdit({ edited }: Edit, opener: Opener): ShownEdit | null {
  if (!edited) return null
  const added = Object.entries(edited.adds) as [Effect, string[]][]
  const words = opener === 'economic' ? edited.market : added.flatMap(([, list]) => list)
  return { address: edited.address, words, adds: opener === 'economic' ? [] : added.map(([effect]) => effect) }
}

/** One line a place: several edits of a provision say all their words together. */
function shownEdits(edits: readonly Edit[], opener: Opener): ShownEdit[] {
  const places = new Map<string, ShownEdit>()
  for (const edit of edits) {
    const shown = shownEdit(edit, opener)
    if (!shown) continue
    const known = places.get(shown.address)
    places.set(shown.address, {
      address: shown.address,
      words: [...new Set([...(known?.words ?? []), ...shown.words])],
      adds: [...new Set([...(known?.adds ?? []), ...shown.adds])],
    })
  }
  return [...places.values()]
}

const isEvidence = (subject: string) => (evidenceSteps as readonly string[]).includes(subject)

function shownStanding(page: MatterPage, { subject, record, standing }: Bound): ShownStanding {
  const { reopenedBy, sources } = reopeningRules[subject]
  const shown = { ...signed(page, record), subject, isEvidence: isEvidence(subject), sources }
  return standing.fresh
    ? { ...shown, fresh: true, because: standing.because, edits: shownEdits(standing.others, reopenedBy) }
    : { ...shown, fresh: false, opener: standing.opener, edits: shownEdits(standing.edits, reopenedBy) }
}

/** What edits reopened, what stands after them and why, and facts that they speak against. */
export async function standingView(page: MatterPage) {
  const { matter } = page
  const rows = boundRecords(matter)
    .filter(({ standing }) => !standing.fresh || standing.because !== 'unchanged')
    .map((bound) => shownStanding(page, bound))
  const hints = openHints(matter)
  const latest = latestVersion(matter)?.payload.versionId
  const texts = hints.length > 0 && latest ? await findTexts(world().database.client, [latest]) : new Map()
  return {
    rows: [...rows.filter(({ fresh }) => !fresh), ...rows.filter(({ fresh }) => fresh)],
    hints: hints.map(({ fact, words, provisionIds }) => ({
      fact,
      words,
      places: [...new Set(namedProvisions(provisionIds, [...texts.values()]).map(({ address }) => address))],
    })),
  }
}
