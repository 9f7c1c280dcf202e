import closing from './zh/closing.ts'
import deliberation from './zh/deliberation.ts'
import acts from './zh/acts.ts'
import admin from './zh/admin.ts'
import audit from './zh/audit.ts'
import auth from './zh/auth.ts'
import common from './zh/common.ts'
import comparison from './zh/comparison.ts'
import desk from './zh/desk.ts'
import drafting from './zh/drafting.ts'
import editor from './zh/editor.ts'
import errors from './zh/errors.ts'
import incoming from './zh/incoming.ts'
import layout from './zh/layout.ts'
import matters from './zh/matters.ts'
import records from './zh/records.ts'
import refusals from './zh/refusals.ts'
import roles from './zh/roles.ts'
import stages from './zh/stages.ts'
import tasks from './zh/tasks.ts'
import ui from './zh/ui.ts'
import unitKinds from './zh/unitKinds.ts'
import vocabulary from './zh/vocabulary.ts'

/** Every sentence a person reads. An area is one file and one first part of a key: `layout.search.label`. */
export default { deliberation,
  acts,
  admin,
  audit,
  auth,
  closing,
  common,
  comparison,
  desk,
  drafting,
  editor,
  errors,
  incoming,
  layout,
  matters,
  records,
  refusals,
  roles,
  stages,
  tasks,
  ui,
  unitKinds,
  vocabulary,
}
