import { addDays, type PlainDate } from '#app/domain/base/date.ts'
import { people, units } from '#prisma/demo/city.ts'
import { series } from '#prisma/demo/series.ts'
import { demonstrationPassword } from '../auth/demonstration.server.ts'
import { holidays, libraryJson } from './data.server.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { cityPack } from './city-pack.server.ts'
import { postFrom, postId } from './people.server.ts'

/** One act on the system itself: the day, who does it, what. */
export type SystemMove = { on: PlainDate; by: 'he-system' | 'an-security'; act: string; input: unknown }

/** The day on which the city put the system to use. */
export const beginsOn: PlainDate = '2021-02-24'
/** The two people and the first unit stand already when the first act is done. */
export const first = { unit: 'city', administrator: 'he-system', officer: 'an-security' } as const

const from = (day: PlainDate): PlainDate => (day > beginsOn ? day : beginsOn)

export const unitMoves = (): SystemMove[] =>
  units
    .filter((unit) => unit.key !== first.unit)
    .map(({ key, parent, numberPrefix, letterhead, from: validFrom, ...rest }) => ({
      on: from(validFrom),
      by: 'he-system',
      act: 'create-unit',
      input: {
        ...rest,
        unitId: key,
        parentId: parent ?? undefined,
        letterhead: letterhead ?? undefined,
        numberCode: numberPrefix ?? undefined,
        validFrom,
      },
    }))

/** People with their posts as they came and went, and their accounts. */
export const peopleMoves = (): SystemMove[] =>
  people.flatMap((person): SystemMove[] => {
    const founder = person.key === first.administrator || person.key === first.officer
    const begins = from(person.posts.map(postFrom).sort()[0]!)
    const posts = person.posts.flatMap((post): SystemMove[] => {
      const validFrom = postFrom(post)
      const id = postId(person, post)
      const given: SystemMove = {
        on: from(validFrom),
        by: 'an-security',
        act: 'give-post',
        input: { postId: id, personId: person.key, unitId: post.unit, title: post.title, roles: post.roles, validFrom },
      }
      return post.to
        ? [given, { on: post.to, by: 'an-security', act: 'end-post', input: { postId: id, lastDay: post.to } }]
        : [given]
    })
    if (founder) return []
    const account: SystemMove[] = person.account
      ? [
          {
            on: begins,
            by: 'he-system',
            act: 'create-account',
            input: {
              personId: person.key,
              username: person.account,
              password: demonstrationPassword,
              mustChange: false,
            },
          },
        ]
      : []
    return [
      {
        on: begins,
        by: 'he-system',
        act: 'create-person',
        input: { personId: person.key, name: person.name, validFrom: begins },
      },
      ...posts.slice(0, 1),
      ...account,
      ...posts.slice(1),
    ]
  })

/** Series, calendar, packs and law. The city confirmed its rules when it put its own pack into force. */
export const lawMoves = (cityPackOn: PlainDate, today: PlainDate): SystemMove[] => [
  { on: beginsOn, by: 'he-system', act: 'put-pack-in-force', input: { pack: JSON.stringify(nationalPack) } },
  ...series.map(
    ({ unit, kind, pattern, startAt }): SystemMove => ({
      on: beginsOn,
      by: 'he-system',
      act: 'set-series',
      input: { unitId: unit, kind, pattern, startAt },
    }),
  ),
  ...holidays
    .map(
      ({ year, number, off, worked, verification }): SystemMove => ({
        // The notice for a year comes out in the November before it.
        on: from(`${year - 1}-11-20`),
        by: 'he-system',
        act: 'import-holidays',
        input: { year, number: number ?? undefined, off: off.join(' '), worked: worked.join(' '), verification },
      }),
    )
    .filter(({ on }) => on < today),
  ...localPacks.map(
    ({ id }): SystemMove => ({ on: cityPackOn, by: 'he-system', act: 'store-pack', input: { supplied: id } }),
  ),
  { on: cityPackOn, by: 'he-system', act: 'import-laws', input: { laws: libraryJson() } },
  {
    on: cityPackOn,
    by: 'he-system',
    act: 'put-pack-in-force',
    input: { pack: JSON.stringify(cityPack('清宁市司法局', addDays(cityPackOn, -7))) },
  },
]
