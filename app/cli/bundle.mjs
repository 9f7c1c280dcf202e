// npm run bundle [-- FILE.tar.gz]: an archive that starts on a machine with Node and no network. It holds the build
// and the packages that the server needs, for systems like this one.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build, generate, install, installation, npm, root } from './preparation.mjs'

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const label = `${name}-${version}-${process.platform}-${process.arch}`
const target = resolve(process.env.INIT_CWD ?? root, process.argv[2] ?? `build/${label}.tar.gz`)

install()
generate()
build()

const home = mkdtempSync(join(tmpdir(), 'wenheng-bundle-'))
const folder = join(home, label)
try {
  for (const path of [
    'build/server',
    'build/client',
    'prisma',
    'app/cli',
    'package.json',
    'package-lock.json',
    'README.md',
    'LICENSE',
    '.env.example',
  ]) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  writeFileSync(
    join(folder, 'build/bundle.json'),
    JSON.stringify({ version, platform: process.platform, arch: process.arch, node: process.version }),
  )
  npm([...installation, '--omit=dev'], folder)
  mkdirSync(dirname(target), { recursive: true })
  const { status } = spawnSync('tar', ['-czf', target, '-C', home, label], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
  console.log(
    `${target}\n解开后在其中执行 npm start，不需要网络。 / Unpack it and run npm start inside; no network is needed.`,
  )
} finally {
  rmSync(home, { recursive: true, force: true })
}
