import register from './zh/register.ts'
import publication from './zh/publication.ts'
import meetings from './zh/meetings.ts'
import issue from './zh/issue.ts'
import closing from './zh/closing.ts'
import deliberation from './zh/deliberation.ts'
import acts from './zh/acts.ts'
import admin from './zh/admin.ts'
import amendment from './zh/amendment.ts'
import audit from './zh/audit.ts'
import auth from './zh/auth.ts'
import certificate from './zh/certificate.ts'
import citation from './zh/citation.ts'
import checks from './zh/checks.ts'
import circulation from './zh/circulation.ts'
import common from './zh/common.ts'
import comparison from './zh/comparison.ts'
import delegations from './zh/delegations.ts'
import determination from './zh/determination.ts'
import desk from './zh/desk.ts'
import notices from './zh/notices.ts'
import drafting from './zh/drafting.ts'
import editor from './zh/editor.ts'
import errors from './zh/errors.ts'
import execution from './zh/execution.ts'
import evidenceWords from './zh/evidenceWords.ts'
import incoming from './zh/incoming.ts'
import kinds from './zh/kinds.ts'
import library from './zh/library.ts'
import layout from './zh/layout.ts'
import ledger from './zh/ledger.ts'
import matters from './zh/matters.ts'
import oversight from './zh/oversight.ts'
import records from './zh/records.ts'
import refusals from './zh/refusals.ts'
import reopening from './zh/reopening.ts'
import review from './zh/review.ts'
import roles from './zh/roles.ts'
import shell from './zh/shell.ts'
import stages from './zh/stages.ts'
import tasks from './zh/tasks.ts'
import ui from './zh/ui.ts'
import unitKinds from './zh/unitKinds.ts'
import vocabulary from './zh/vocabulary.ts'

/** Every sentence a person reads. An area is one file and one first part of a key: `layout.search.label`. */
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
}
