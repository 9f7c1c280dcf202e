import common from './zh/common.ts'
import errors from './zh/errors.ts'
import layout from './zh/layout.ts'
import ui from './zh/ui.ts'

/** Every sentence a person reads. An area is one file and one first part of a key: `layout.search.label`. */
export default { common, errors, layout, ui }
