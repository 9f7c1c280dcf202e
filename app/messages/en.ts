import closing from './en/closing.ts'
import deliberation from './en/deliberation.ts'
import acts from './en/acts.ts'
import admin from './en/admin.ts'
import audit from './en/audit.ts'
import auth from './en/auth.ts'
import common from './en/common.ts'
import comparison from './en/comparison.ts'
import desk from './en/desk.ts'
import drafting from './en/drafting.ts'
import editor from './en/editor.ts'
import errors from './en/errors.ts'
import incoming from './en/incoming.ts'
import layout from './en/layout.ts'
import matters from './en/matters.ts'
import records from './en/records.ts'
import refusals from './en/refusals.ts'
import roles from './en/roles.ts'
import stages from './en/stages.ts'
import tasks from './en/tasks.ts'
import ui from './en/ui.ts'
import unitKinds from './en/unitKinds.ts'
import vocabulary from './en/vocabulary.ts'
import type { Shape } from './shape.ts'
import type zh from './zh.ts'

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
} satisfies Shape<typeof zh>
