import { isOnRoad, kinds, type Road } from '#app/domain/matter/kinds.ts'

/** Pages of a matter below its own address; the overview is the address itself. */
export const matterPages = [
  'overview',
  'draft',
  'versions',
  'circulation',
  'ledger',
  'closing',
  'review',
  'deliberation',
  'issue',
  'execution',
  'record',
] as const
export type MatterPageName = (typeof matterPages)[number]

const whole: ReadonlySet<MatterPageName> = new Set(['circulation', 'ledger', 'deliberation', 'issue'])

/**
 * The pages of a matter: what only passes the legality desk has no circulation, meeting or number; only what is executed after
 * publication has a page for that.
 */
export const pagesOf = (road: Road | null): readonly MatterPageName[] =>
  matterPages.filter((page) => {
    if (page === 'execution') return road !== null && isOnRoad(road, 'assign-execution')
    return !road || kinds[road.kind].road === 'whole' || !whole.has(page)
  })

/** The page on which the form of an act stands. */
const places: Record<string, MatterPageName | 'facts' | 'amends'> = {
  'instruct-incoming': 'overview',
  'open-from-incoming': 'overview',
  'propose-recognition': 'overview',
  'give-recognition-opinion': 'overview',
  'decide-recognition': 'overview',
  'decide-major': 'overview',
  'conclude-matter': 'overview',
  'archive-matter': 'overview',
  'withdraw-matter': 'overview',
  'leave-for-party': 'overview',
  'leave-joint-drafting': 'overview',
  'record-succession': 'overview',
  'send-late-answer': 'overview',
  'consult-superior': 'overview',
  'urge-task': 'overview',
  'open-supervision': 'overview',
  'report-supervision': 'overview',
  'close-supervision': 'overview',
  'change-facts': 'facts',
  'change-pack': 'facts',
  'keep-working-copy': 'draft',
  'save-version': 'draft',
  'save-companion': 'draft',
  'send-draft-out': 'draft',
  'link-amended-text': 'amends',
  'open-round': 'circulation',
  'remind-unit': 'circulation',
  'prepare-answer': 'circulation',
  'send-answer': 'circulation',
  'send-prepared-answer': 'circulation',
  'close-round': 'circulation',
  'settle-opinions': 'ledger',
  'account-changes': 'ledger',
  'issue-adoption-table': 'ledger',
  'enter-evidence': 'closing',
  'give-own-opinion': 'closing',
  'record-own-discussion': 'closing',
  'sign-submission': 'closing',
  submit: 'closing',
  'supply-supplement': 'closing',
  'check-completeness': 'review',
  'accept-for-review': 'review',
  'make-comment': 'review',
  'close-comment': 'review',
  'draft-review-opinion': 'review',
  'pass-section-head': 'review',
  'pass-deputy-head': 'review',
  'issue-review-opinion': 'review',
  'answer-review': 'review',
  'confirm-revision': 'review',
  'confirm-basis': 'review',
  'reopen-review': 'review',
  'propose-topic': 'deliberation',
  'coordinate-topic': 'deliberation',
  'confirm-topic': 'deliberation',
  'schedule-meeting': 'deliberation',
  'record-meeting': 'deliberation',
  'issue-minutes': 'deliberation',
  'check-post-meeting': 'deliberation',
  'issue-approval-sheet': 'issue',
  'sign-sheet': 'issue',
  'number-document': 'issue',
  'void-number': 'issue',
  'issue-document': 'issue',
  publish: 'issue',
  'enter-register': 'issue',
  'record-filing': 'issue',
  'assign-execution': 'execution',
  'report-execution': 'execution',
  'answer-problem': 'execution',
  'record-remark': 'execution',
  'answer-remark': 'execution',
  'suspend-execution': 'execution',
  'resume-execution': 'execution',
  'order-evaluation': 'execution',
  'report-evaluation': 'execution',
  'decide-adjustment': 'execution',
  'end-execution': 'execution',
  'contest-record': 'record',
}

export const matterPath = (
  id: string,
  page: MatterPageName | 'facts' | 'amends' | 'determination' | 'compare' | 'amendment' | 'two-drafts' = 'overview',
): string => (page === 'overview' ? `/matters/${id}` : `/matters/${id}/${page}`)

/** Where the form of an act is: the page, at its anchor. */
export const actPath = (id: string, act: string): string =>
  `${matterPath(id, places[act] ?? 'overview')}#${actAnchor(act)}`

/** Where evidence of a kind is entered: its own form. */
export const evidencePath = (id: string, kind: string): string =>
  `${matterPath(id, 'closing')}?evidence=${kind}#${actAnchor('enter-evidence')}`

export const actAnchor = (act: string): string => `form-${act}`
