import { createHash } from 'node:crypto'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest: begun last, one of them would run on alone while the other processor waits. */
const longest = [
  'e2e/pages.test.ts',
  'e2e/road-articles.test.ts',
  'e2e/road-notice.test.ts',
  'e2e/road-market.test.ts',
  'e2e/road-major.test.ts',
  'server/seed/seed.server.test.ts',
  'server/acts/perform.server.test.ts',
  'exploration/gate-mutation.test.ts',
  'verification/verify.test.ts',
]

const placeOf = (file: string) => {
  const place = longest.findIndex((name) => file.endsWith(name))
  return place < 0 ? longest.length : place
}

/** The order of a seed, which is printed, with the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence
    this.ctx.logger.log(`seed ${seed}`)
    const drawn = ({ moduleId }: TestSpecification) => createHash('sha256').update(`${seed} ${moduleId}`).digest('hex')
    const order = new Map(files.map((file) => [file, drawn(file)]))
    return files.toSorted(
      (one, other) =>
        placeOf(one.moduleId) - placeOf(other.moduleId) || order.get(one)!.localeCompare(order.get(other)!),
    )
  }
}
