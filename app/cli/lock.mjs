// npm run lock: writes into package-lock.json the programs for other systems that npm left out because the registry
// at hand does not have them. `npm ci` refuses a lock file without them, and a registry that has them serves them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './preparation.mjs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = {
  arm: ['arm'],
  'arm-eabi': ['arm'],
  'arm-gnueabihf': ['arm'],
  'arm-musleabihf': ['arm'],
  arm64: ['arm64'],
  ia32: ['ia32'],
  loong64: ['loong64'],
  mips64el: ['mips64el'],
  ppc64: ['ppc64'],
  riscv64: ['riscv64'],
  s390x: ['s390x'],
  x64: ['x64'],
}

/** The system, processor and C library that a package is for, by the end of its name; `null` for other packages. */
export function systemOf(name) {
  const system = systems.find((each) => name.split(/[-/]/).includes(each))
  if (!system) return null
  const rest = name.slice(name.indexOf(system) + system.length + 1).replace(/-(gnu|musl|msvc)$/, '')
  if (!processors[rest]) return null
  const libc = /-musl|musleabihf$/.test(name) ? ['musl'] : /-gnu|gnueabihf$/.test(name) ? ['glibc'] : null
  return { cpu: processors[rest], os: [system], ...(libc && system === 'linux' ? { libc } : {}) }
}

const holds = (packages, at, name) => {
  const folders = at.split('/node_modules/').map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'))
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (path) => path in packages,
  )
}

/** Packages for other systems that a lock file should hold and does not, by their path in it. */
export function missingFrom({ packages }) {
  const missing = {}
  for (const [at, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const system = systemOf(name)
      if (!system || holds(packages, at, name) || !/^\d/.test(version)) continue
      missing[`node_modules/${name}`] = { version, ...system, ...(dev ? { dev } : {}), optional: true }
    }
  }
  return missing
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const packages = { ...lock.packages, ...missingFrom(lock) }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')))
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
}
