import vocabulary from './zh/vocabulary.ts'
import unitKinds from './zh/unitKinds.ts'
import tasks from './zh/tasks.ts'
import stages from './zh/stages.ts'
import roles from './zh/roles.ts'
import refusals from './zh/refusals.ts'
import records from './zh/records.ts'
import acts from './zh/acts.ts'
import common from './zh/common.ts'
import errors from './zh/errors.ts'
import layout from './zh/layout.ts'
import ui from './zh/ui.ts'

/** Every sentence a person reads. An area is one file and one first part of a key: `layout.search.label`. */
export default { common, errors, layout, ui, acts, records, refusals, roles, stages, tasks, unitKinds, vocabulary }
