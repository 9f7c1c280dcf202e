// npm start: checks the machine, prepares what is missing or has changed, and runs the server.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { faults } from './checks.mjs'
import { build, generate, install, root } from './preparation.mjs'

const found = await faults()
if (found.length > 0) {
  for (const [zh, en] of found) console.error(`${zh}\n${en}`)
  process.exit(1)
}
install()
generate()
build()
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(join(root, 'build/server/main.js')).href)
