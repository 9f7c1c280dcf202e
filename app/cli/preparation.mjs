// What has to be there before the server or the tests can run. Plain JavaScript without packages,
// because it also runs where nothing is installed yet. Each step is skipped when nothing has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const at = (...path) => join(root, ...path)

/** The archive for closed networks holds the build and its packages, and nothing to make them from. */
export const isBundle = () => existsSync(at('build/bundle.json'))

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** Whether node_modules holds what the lock file says. Packages for other systems may be absent. */
export function isInstalled() {
  const wanted = readJson(at('package-lock.json')).packages
  const present = readJson(at('node_modules/.package-lock.json'))?.packages
  if (!present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || present[path]?.version === version || (!present[path] && (optional || devOptional || peer)),
  )
}

/** The digest of files and of all files below folders. */
function digest(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(at(path))) return
    if (statSync(at(path)).isDirectory()) {
      for (const name of readdirSync(at(path)).sort()) if (name !== 'generated') add(`${path}/${name}`)
    } else
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(at(path)))
        .update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

const sameAs = (stamp, value) => existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === value
const stamp = (path, value) => writeFileSync(at(path), value)

/** Runs a program of this project and ends the process where it fails. */
function run(program, args, { environment = {}, folder = root } = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}

const packaged = (path, ...args) => run(process.execPath, [at('node_modules', path), ...args])

/** npm beside this Node, started without a shell where that can be. */
export function npm(args, folder = root) {
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own)) run(process.execPath, [own, ...args], { folder })
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { folder })
}

/** The packages of the lock file. No install scripts: none of them is needed, and some download from other hosts. */
export const installation = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel=error',
]

export function install(say = console.log) {
  if (isBundle() || isInstalled()) return
  say('安装依赖包 … / Installing packages …')
  npm(installation)
}

export function generate(say = console.log) {
  if (isBundle()) return
  const folder = 'app/server/generated'
  const wanted = digest(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if (sameAs(`${folder}/.digest`, wanted)) return
  say('生成数据库访问代码 … / Generating the database client …')
  packaged('prisma/build/index.js', 'generate', '--config', 'prisma/config.ts', '--no-hints')
  mkdirSync(at(folder), { recursive: true })
  stamp(`${folder}/.digest`, wanted)
}

const sources = ['app', 'prisma', 'remix.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']

export function build(say = console.log) {
  if (isBundle()) return
  const wanted = digest(sources)
  if (sameAs('build/.digest', wanted)) return
  say('构建 … / Building …')
  run(
    process.execPath,
    [at('node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--config', 'remix.config.js', '--logLevel', 'error'],
    {
      environment: { NODE_ENV: 'production' },
    },
  )
  stamp('build/.digest', wanted)
}
