// Whether this machine can run the server: one sentence for each fault, in Chinese and English.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { isBundle, root } from './preparation.mjs'

const gibibyte = 1024 ** 3

/** Without the packages or the build the disk has to hold these too. */
const neededBytes = () => (isBundle() || existsSync(join(root, 'node_modules')) ? 0.5 : 2.5) * gibibyte

/** Node 20.19 and 22.12 are the first that load what the server is made of. */
function versionFault(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const suits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  return suits
    ? null
    : [
        `需要 Node.js 20.19、22.12 或更新的版本，现为 ${version}。`,
        `Node.js 20.19, 22.12 or newer is needed, this is ${version}.`,
      ]
}

/** The settings as the server will read them; it checks the rest itself. */
export function settings() {
  const file = join(root, '.env')
  const given = { ...(existsSync(file) && parseEnv ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env }
  return {
    host: given.HOST || '127.0.0.1',
    port: Number(given.PORT || 3000),
    dataDir: resolve(root, given.DATA_DIR || 'data'),
  }
}

function writeFault(directory) {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
    return null
  } catch (error) {
    return [
      `不能写入 ${directory}（${error.code}）；请检查目录权限。`,
      `${directory} cannot be written (${error.code}); check the rights on it.`,
    ]
  }
}

function spaceFault(directory) {
  if (!existsSync(directory)) return null
  const { bavail, bsize } = statfsSync(directory)
  const [free, needed] = [bavail * bsize, neededBytes()]
  const written = (bytes) => `${(bytes / gibibyte).toFixed(1)} GB`
  return free >= needed
    ? null
    : [
        `磁盘空间不足：${directory} 剩余 ${written(free)}，需要 ${written(needed)}。`,
        `Not enough disk space: ${directory} has ${written(free)} left, ${written(needed)} is needed.`,
      ]
}

const portFault = (host, port) =>
  new Promise((answer) => {
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return answer(null)
    const probe = createServer()
    probe.once('error', ({ code }) =>
      answer([
        `不能监听 ${host}:${port}（${code}）：可能已有程序占用；请停止它，或另设 PORT。`,
        `${host}:${port} cannot be listened on (${code}): another program may hold it; stop it or set another PORT.`,
      ]),
    )
    probe.listen(port, host, () => probe.close(() => answer(null)))
  })

/** All faults of this machine, each in both languages. */
export async function faults() {
  const version = versionFault()
  if (version) return [version]
  const { host, port, dataDir } = settings()
  const found = [
    writeFault(root),
    writeFault(dataDir),
    spaceFault(root),
    spaceFault(dataDir),
    await portFault(host, port),
  ]
  return found.filter(Boolean)
}
