import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../package.json'
import { applicationRoot } from './root.server.ts'

export { version }

const shown = 10
let kept: string | null = null

/** The first characters of the digest of the sources that this build was made of; empty while developing. */
export function buildMark(): string {
  const file = join(applicationRoot, 'build/.digest')
  kept ??= existsSync(file) ? readFileSync(file, 'utf8').slice(0, shown) : ''
  return kept
}
