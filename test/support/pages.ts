import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applicationRoot } from '#app/server/root.server.ts'

/** An address, or the first link of another page whose address looks so. */
export type Address = string | { on: string; link: RegExp }

export type PageVisit = {
  at: Address
  /** User name in the demonstration city; a visitor where it is missing. */
  as?: string
  /** 200 where it is missing. */
  status?: number
}

/**
 * `page`: drawn for people, and walked through in both languages. `resource`: answers with something else than a page.
 * `action`: only takes forms, and is walked through by the journeys.
 */
export type PageEntry =
  | { kind: 'page'; visits: PageVisit[] }
  | { kind: 'resource'; visits: PageVisit[] }
  | { kind: 'action' }

const page = (as: string | undefined, ...at: Address[]): PageEntry => ({
  kind: 'page',
  visits: at.map((one) => ({ at: one, as })),
})
const pages = (...visits: Array<[as: string, at: Address]>): PageEntry => ({
  kind: 'page',
  visits: visits.map(([as, at]) => ({ as, at })),
})
const resource = (as: string | undefined, at: Address): PageEntry => ({ kind: 'resource', visits: [{ at, as }] })
const refusedPage = (at: string, status: number, as?: string): PageEntry => ({
  kind: 'page',
  visits: [{ at, as, status }],
})
const action: PageEntry = { kind: 'action' }

/** Every route of the application, by its id in the manifest: where the demonstration city shows it best, and to whom. */
export const pageEntries: Record<string, PageEntry> = {
  $: refusedPage('/no-such-page', 404),
  _index: page(undefined, '/'),
  accessibility: page(undefined, '/accessibility'),
  'admin._index': pages(['he-system', '/admin'], ['an-security', '/admin']),
  'admin.calendar': page('he-system', '/admin/calendar'),
  'admin.jobs': page('he-system', '/admin/jobs'),
  'admin.packs.$hash': page('he-system', { on: '/admin/packs', link: /^\/admin\/packs\/[^/?]+$/ }),
  'admin.packs.$hash_.compare': page('he-system', { on: '/admin/packs', link: /^\/admin\/packs\/[^/?]+\/compare$/ }),
  'admin.packs.$hash_.edit': page('he-system', { on: '/admin/packs', link: /^\/admin\/packs\/[^/?]+\/edit$/ }),
  'admin.packs.$hash_.explore': page('he-system', { on: '/admin/packs', link: /^\/admin\/packs\/[^/?]+\/explore$/ }),
  'admin.packs.$hash_.rows.$table.$row': pages([
    'he-system',
    { on: '/admin/packs', link: /^\/admin\/packs\/[^/?]+\/rows\/gates\/./ },
  ]),
  'admin.packs.$hash_.json': resource('he-system', { on: '/admin/packs', link: /\.json$|\/json$/ }),
  'admin.packs._index': page('he-system', '/admin/packs'),
  'admin.people.$personId': pages(['he-system', '/admin/people/xue-feng'], ['an-security', '/admin/people/shi-kai']),
  'admin.people._index': pages(['he-system', '/admin/people'], ['an-security', '/admin/people']),
  'admin.series': page('he-system', '/admin/series'),
  'admin.system': pages(['he-system', '/admin/system'], ['an-security', '/admin/system']),
  'admin.units': page('he-system', '/admin/units'),
  'audit._index': page('shen-audit', '/audit'),
  'audit.export': resource('shen-audit', '/audit/export'),
  'audit.security': page('shen-audit', '/audit/security'),
  'certificate-key._index': pages(['xue-feng', '/certificate-key'], ['shen-audit', '/certificate-key']),
  'certificate-key[.]pem': resource('xue-feng', '/certificate-key.pem'),
  consult: pages(['fu-shiyin', '/consult'], ['meng-tieshan', '/consult'], ['yu-sijia', '/consult']),
  delegations: page('xue-feng', '/delegations'),
  desk: pages(
    ['xue-feng', '/desk'],
    ['ding-xiaolan', '/desk'],
    ['xue-feng', '/desk?tab=overdue'],
    ['shen-jiayi', '/desk?tab=under-way'],
    ['xue-feng', '/desk?tab=done'],
    ['ding-xiaolan', '/desk?tab=by-hand'],
    ['fu-shiyin', '/desk'],
  ),
  'files.$id': resource('xue-feng', { on: '/matters/barbecue/record', link: /^\/files\// }),
  health: resource(undefined, '/health'),
  'incoming._index': page('ding-xiaolan', '/incoming'),
  'library.$lawId': page('shu-tong', { on: '/library', link: /^\/library\/(?!import)[^/?]+$/ }),
  'library._index': page('shu-tong', '/library'),
  'library.import': page('he-system', '/library/import'),
  'indicators.$indicator': pages(
    ['ding-xiaolan', '/indicators/answers-on-time'],
    ['xue-feng', '/indicators/reviewed'],
    ['shen-audit', '/indicators/comment-days'],
  ),
  'indicators._index': pages(
    ['ding-xiaolan', '/indicators'],
    ['xue-feng', '/indicators'],
    ['shen-audit', '/indicators'],
  ),
  'indicators[.]xlsx': resource('shen-audit', '/indicators.xlsx'),
  locale: action,
  'matters.$id._index': pages(
    ['xue-feng', '/matters/signboards'],
    ['bao-huimin', '/matters/after-school-care'],
    ['wu-zihan', '/matters/uniform-guidance'],
    ['hou-mingze', '/matters/work-hint'],
    ['ding-xiaolan', '/matters/volunteer-service'],
    ['shen-jiayi', '/matters/gas-penalty'],
    ['hou-mingze', '/matters/platform-contract'],
  ),
  'matters.$id.amendment': page(
    'xue-feng',
    '/matters/signboards/amendment',
    '/matters/signboards/amendment?face=amended',
    '/matters/signboards/amendment?face=table',
    '/matters/signboards/amendment?face=redline',
  ),
  'matters.$id.amendment-file': resource('xue-feng', '/matters/signboards/amendment-file'),
  'matters.$id.autosave': action,
  'matters.$id.amends': page('xue-feng', '/matters/signboards/amends'),
  'matters.$id.certificate': pages(
    ['xue-feng', '/matters/barbecue/certificate'],
    ['tang-yixin', '/matters/parking/certificate'],
  ),
  'matters.$id.certificate-file': resource('xue-feng', '/matters/barbecue/certificate-file'),
  'matters.$id.circulation': pages(
    ['shen-jiayi', '/matters/electric-bicycles/circulation'],
    ['shen-jiayi', '/matters/bottled-gas/circulation'],
    ['cui-yong', '/matters/bottled-gas/circulation'],
    ['min-xiangdong', '/matters/bottled-gas/circulation'],
    ['zhan-yue', '/matters/shared-bicycles/circulation'],
  ),
  'matters.$id.closing': pages(
    ['jian-ning', '/matters/rehabilitation/closing'],
    ['ruan-ke', '/matters/training-subsidy/closing'],
    ['ding-xiaolan', '/matters/frost/closing'],
  ),
  'matters.$id.compare': page('xue-feng', '/matters/signboards/compare', '/matters/signboards/compare?view=unified'),
  'matters.$id.compare-table': resource('xue-feng', '/matters/signboards/compare-table'),
  'matters.$id.deliberation': pages(
    ['mei-ruoshan', '/matters/heating/deliberation'],
    ['tang-yixin', '/matters/parking/deliberation'],
    ['ding-xiaolan', '/matters/tree-adoption/deliberation'],
  ),
  'matters.$id.determination': pages(
    ['hou-mingze', '/matters/innovative-firms/determination'],
    ['tang-yixin', '/matters/parking/determination'],
    ['xue-feng', '/matters/signboards/determination'],
  ),
  'matters.$id.draft': pages(
    ['kang-le', '/matters/kitchen-waste/draft'],
    ['hou-mingze', '/matters/innovative-firms/draft'],
  ),
  'matters.$id.execution': pages(
    ['ding-xiaolan', '/matters/parking/execution'],
    ['tang-yixin', '/matters/parking/execution'],
  ),
  'matters.$id.facts': page('hou-mingze', '/matters/innovative-firms/facts'),
  'matters.$id.issue': pages(
    ['ding-xiaolan', '/matters/public-toilets/issue'],
    ['ding-xiaolan', '/matters/night-market/issue'],
    ['ding-xiaolan', '/matters/rent-subsidy/issue'],
    ['ding-xiaolan', '/matters/market-fees/issue'],
    ['ding-xiaolan', '/matters/elderly/issue'],
    ['xue-feng', '/matters/barbecue/issue'],
  ),
  'matters.$id.ledger': page(
    'shen-jiayi',
    '/matters/electric-bicycles/ledger',
    '/matters/electric-bicycles/ledger?sort=clause',
  ),
  'matters.$id.record': pages(['xue-feng', '/matters/signboards/record'], ['xue-feng', '/matters/barbecue/record']),
  'matters.$id.review': pages(
    ['shu-tong', '/matters/signboards/review'],
    ['wei-zixuan', '/matters/signboards/review?view=side'],
    ['shen-jiayi', '/matters/termite-extension/review'],
    ['shi-kai', '/matters/truck-access/review'],
    ['gong-yibo', '/matters/alley-improvement/review'],
    ['xue-feng', '/matters/parking-contract/review'],
  ),
  'matters.$id.two-drafts': page('xue-feng', '/matters/signboards/two-drafts'),
  'matters.$id.two-drafts-file': resource('xue-feng', '/matters/signboards/two-drafts-file'),
  'matters.$id.versions': page('xue-feng', '/matters/signboards/versions'),
  'matters._index': page('ding-xiaolan', '/matters'),
  'matters.new': page('xue-feng', '/matters/new', '/matters/new?kind=enforcement-decision'),
  'meetings.$meetingId': page('mei-ruoshan', { on: '/meetings', link: /^\/meetings\/[^/?]+$/ }),
  'meetings._index': page('mei-ruoshan', '/meetings'),
  negatives: page('ding-xiaolan', '/negatives'),
  notices: page('xue-feng', '/notices'),
  'oversight._index': pages(['ding-xiaolan', '/oversight'], ['xue-feng', '/oversight?overdue=1']),
  'oversight[.]xlsx': resource('ding-xiaolan', '/oversight.xlsx'),
  password: page('xue-feng', '/password'),
  post: action,
  'public.$entryId': page(undefined, { on: '/public', link: /^\/public\/[^/?]+$/ }),
  'public._index': page(undefined, '/public'),
  'register._index': pages(['ding-xiaolan', '/register'], ['xue-feng', '/register']),
  'register.changes': pages(['ding-xiaolan', '/register/changes'], ['xue-feng', '/register/changes']),
  'register[.]xlsx': resource('ding-xiaolan', '/register.xlsx'),
  search: pages(['xue-feng', '/search?q=招牌'], ['xue-feng', '/search?q=没有这样的事项']),
  'setup.$token': refusedPage('/setup/none', 410),
  'sign-in': page(undefined, '/sign-in'),
  'sign-out': action,
  'task-list._index': pages(['ding-xiaolan', '/task-list'], ['xue-feng', '/task-list?state=on-time']),
  'task-list[.]xlsx': resource('ding-xiaolan', '/task-list.xlsx'),
}

/** The ids of the routes as the application's own manifest lists them. */
export function manifestRoutes(): string[] {
  const folder = join(applicationRoot, 'build/client/assets')
  const name = readdirSync(folder).find((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('There is no route manifest: build first')
  const text = readFileSync(join(folder, name), 'utf8')
  const manifest = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
    routes: Record<string, { id: string }>
  }
  return Object.keys(manifest.routes)
    .filter((id) => id !== 'root')
    .map((id) => id.replace(/^routes\//, ''))
    .sort()
}

export type NamedVisit = PageVisit & { route: string; name: string }

/** Everything to be visited of one kind, each with a name that a file can have. */
export const visitsOf = (kind: 'page' | 'resource'): NamedVisit[] =>
  Object.entries(pageEntries).flatMap(([route, entry]) =>
    entry.kind === kind
      ? entry.visits.map((visit, place) => ({
          ...visit,
          route,
          name: `${readable(route)}${place > 0 ? `-${place + 1}` : ''}`,
        }))
      : [],
  )

const readable = (route: string) =>
  route === '$' ? 'not-found' : route.replace(/_index/g, 'index').replace(/[^\w.-]/g, '')
