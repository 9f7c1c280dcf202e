// A command of the application, such as `npm run backup`: prepares what is missing, then runs it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, generate, install, root } from './preparation.mjs'

install(console.error)
generate(console.error)
build(console.error)
const { status } = spawnSync(process.execPath, [join(root, 'build/server/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
process.exit(status ?? 1)
