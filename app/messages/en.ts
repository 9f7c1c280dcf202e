import common from './en/common.ts'
import errors from './en/errors.ts'
import layout from './en/layout.ts'
import ui from './en/ui.ts'
import type { Shape } from './shape.ts'
import type zh from './zh.ts'

export default { common, errors, layout, ui } satisfies Shape<typeof zh>
