import type { Shape } from '../shape.ts'
import type zh from '../zh/library.ts'

export default { title: 'Law library' } satisfies Shape<typeof zh>
