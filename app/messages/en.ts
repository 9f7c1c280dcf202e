import register from './en/register.ts'
import publication from './en/publication.ts'
import meetings from './en/meetings.ts'
import issue from './en/issue.ts'
import closing from './en/closing.ts'
import deliberation from './en/deliberation.ts'
import acts from './en/acts.ts'
import admin from './en/admin.ts'
import amendment from './en/amendment.ts'
import audit from './en/audit.ts'
import auth from './en/auth.ts'
import certificate from './en/certificate.ts'
import citation from './en/citation.ts'
import checks from './en/checks.ts'
import circulation from './en/circulation.ts'
import common from './en/common.ts'
import comparison from './en/comparison.ts'
import delegations from './en/delegations.ts'
import determination from './en/determination.ts'
import desk from './en/desk.ts'
import notices from './en/notices.ts'
import drafting from './en/drafting.ts'
import editor from './en/editor.ts'
import errors from './en/errors.ts'
import execution from './en/execution.ts'
import evidenceWords from './en/evidenceWords.ts'
import incoming from './en/incoming.ts'
import kinds from './en/kinds.ts'
import library from './en/library.ts'
import layout from './en/layout.ts'
import ledger from './en/ledger.ts'
import matters from './en/matters.ts'
import oversight from './en/oversight.ts'
import records from './en/records.ts'
import refusals from './en/refusals.ts'
import reopening from './en/reopening.ts'
import review from './en/review.ts'
import roles from './en/roles.ts'
import shell from './en/shell.ts'
import stages from './en/stages.ts'
import tasks from './en/tasks.ts'
import ui from './en/ui.ts'
import unitKinds from './en/unitKinds.ts'
import vocabulary from './en/vocabulary.ts'
import type { Shape } from './shape.ts'
import type zh from './zh.ts'

export default {
  register,
  publication,
  meetings,
  issue,
  deliberation,
  acts,
  admin,
  amendment,
  audit,
  auth,
  certificate,
  closing,
  checks,
  circulation,
  citation,
  common,
  comparison,
  delegations,
  determination,
  desk,
  notices,
  drafting,
  editor,
  errors,
  evidenceWords,
  execution,
  incoming,
  kinds,
  library,
  layout,
  ledger,
  matters,
  oversight,
  records,
  refusals,
  reopening,
  review,
  roles,
  shell,
  stages,
  tasks,
  ui,
  unitKinds,
  vocabulary,
} satisfies Shape<typeof zh>
