import type { PlainDate } from '#app/domain/base/date.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { isUnread } from '#app/domain/procedure/parameter.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'

/** Parameters without national law that the city took over as they stand. */
const confirmedRows = ['circulation.reply', 'circulation.silence']

/** The national rules as the demonstration city uses them: it has confirmed by name what rests on practice or memory. */
export const cityPack = (confirmedBy: string, on: PlainDate): Pack => ({
  ...nationalPack,
  id: 'qingning',
  name: { zh: '清宁市规则包', en: 'Pack of Qingning City' },
  jurisdiction: '清宁市',
  confirmed: [
    ...nationalPack.gates.filter(({ sources }) => isUnread(sources)).map(({ id }) => id),
    ...confirmedRows,
  ].map((rule) => ({ rule, by: confirmedBy, on })),
})
