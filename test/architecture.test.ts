import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** `files` are single modules of parts that are closed otherwise. */
type Row = { parts: string[]; packages: RegExp; files?: string[] }

const remix = '@remix-run/(node|react)'
const react = 'react|react-dom|react-i18next|i18next'

/** What each part of app/ may import: other parts, and packages. A folder without a row fails. */
const parts: Record<string, Row> = {
  domain: { parts: ['domain'], packages: /^(diff|zod)$/ },
  editor: {
    parts: ['domain', 'editor', 'messages', 'styles'],
    packages: /^(react|react-i18next|lexical|@lexical\/.+)$/,
  },
  messages: { parts: ['domain', 'messages'], packages: /^(i18next|react-i18next)$/ },
  components: {
    parts: ['domain', 'editor', 'components', 'messages', 'styles'],
    packages: new RegExp(`^(${react}|zod|@remix-run/react|@mantine/.+|@conform-to/.+)$`),
  },
  server: {
    parts: ['domain', 'server', 'messages'],
    packages: /./,
    // A posted form is read by the same rules that the page checks it with.
    files: ['app/components/forms/parse.ts'],
  },
  routes: {
    parts: ['domain', 'editor', 'components', 'server', 'messages', 'routes', 'styles'],
    packages: new RegExp(`^(${react}|zod|${remix}|@mantine/.+|@conform-to/.+)$`),
  },
  cli: { parts: ['domain', 'server', 'messages', 'cli'], packages: /^(node:.+|vite|zod)$/ },
  styles: { parts: ['styles'], packages: /^(postcss|postcss-.+)$/ },
  public: { parts: [], packages: /^$/ },
}

/** Files of app/ itself: the root of the pages and Remix's two entries. */
const entryFiles = ['env.d.ts', 'single-fetch.d.ts', 'entry.client.tsx', 'entry.server.tsx', 'root.tsx']

/** The folders of app/domain, from the ground up: each builds on those before it and nothing looks back up. */
const domainOrder = [
  'base',
  'verification',
  'text',
  'calendar',
  'access',
  'comparison',
  'citation',
  'amendment',
  'procedure',
  'document',
  'matter',
  'consultation',
  'certificate',
  'exploration',
  'acts',
  'oversight',
]

/** Who may hold a database client: the repositories, and the server's own ground. */
const usesPrisma =
  /^app\/server\/(repositories\/|acts\/effects|auth|setup|audit|files|db|migrate|schema-engine|backup|security-log)/

const posix = (path: string) => path.split('\\').join('/')
const sources = (root: string, kinds = /\.tsx?$/): string[] =>
  !existsSync(root)
    ? []
    : readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((file) => posix(join(root, file)))
        .filter((file) => kinds.test(file) && !file.includes('/generated/'))

type Import = { file: string; target: string }

const importsOf = (file: string): Import[] =>
  ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName: name }) => ({
    file,
    target: name.startsWith('#')
      ? name.slice(1)
      : name.startsWith('.')
        ? posix(normalize(join(dirname(file), name)))
        : name,
  }))

const files = Object.keys(parts).flatMap((part) => sources(`app/${part}`, /\.(tsx?|m?js)$/))
const imports = files.flatMap(importsOf)
const segment = (path: string, n: number) => path.split('/')[n]?.replace(/\.tsx?$/, '')
const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)

describe('the parts of app/', () => {
  test('are those of the table', () => {
    expect(folders('app').filter((name) => !parts[name])).toEqual([])
    const loose = readdirSync('app', { withFileTypes: true })
      .filter((each) => !each.isDirectory())
      .map(({ name }) => name)
    expect(loose.filter((name) => !entryFiles.includes(name))).toEqual([])
  })

  test('import only what they may', () => {
    const strays = imports.filter(({ file, target }) => {
      const row = parts[segment(file, 1)!]
      if (target.startsWith('app/')) return !row.parts.includes(segment(target, 1)!) && !row.files?.includes(target)
      return target.startsWith('prisma/') ? segment(file, 1) !== 'server' : !row.packages.test(target)
    })
    expect(strays).toEqual([])
  })

  test('end in .server.ts where they touch the world', () => {
    expect(sources('app/server').filter((file) => !/\.server\.tsx?$/.test(file))).toEqual([])
  })
})

describe('the domain', () => {
  test('has the folders of the table and no loose file', () => {
    expect(folders('app/domain').filter((name) => !domainOrder.includes(name))).toEqual([])
    expect(readdirSync('app/domain').filter((name) => name.endsWith('.ts'))).toEqual([])
  })

  test('builds only on what lies below', () => {
    const rank = (path: string) => domainOrder.indexOf(segment(path, 2)!)
    const inside = imports.filter(
      ({ file, target }) => file.startsWith('app/domain/') && target.startsWith('app/domain/'),
    )
    expect(inside.filter(({ file, target }) => rank(target) > rank(file))).toEqual([])
  })

  test('checks certificates without a rule of the engine that writes them', () => {
    const ground = /^app\/domain\/(verification\/|base\/(canonical-json|identity|result)\.ts$)/
    const inside = imports.filter(({ file }) => file.startsWith('app/domain/verification/'))
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.filter(({ target }) => target !== 'zod' && !ground.test(target))).toEqual([])
  })

  test('reads no clock, no chance, no environment and prints nothing', () => {
    const impure =
      /new Date\(\s*\)|(?<![\w.])Date\(\)|Date\.now|Math\.random|randomUUID|performance\.|process\.|console\.|setTimeout|fetch\(/
    expect(sources('app/domain').filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe('the server', () => {
  test('asks the database only through its repositories', () => {
    const strays = imports.filter(({ file, target }) => /generated\/|^@prisma\//.test(target) && !usesPrisma.test(file))
    expect(strays).toEqual([])
  })
})

describe('the code for browsers', () => {
  /** `at`, `findLast` and `Object.hasOwn` are filled in by app/components/older-browsers.ts. */
  test('calls nothing that Chromium 86 lacks', () => {
    const newer =
      /Intl\.Segmenter|structuredClone\(|randomUUID\(|\.toSorted\(|\.toReversed\(|\.toSpliced\(|Object\.groupBy/
    const client = ['domain', 'editor', 'components', 'messages', 'routes'].flatMap((part) => sources(`app/${part}`))
    const strays = client.flatMap((file) => {
      const found = newer.exec(readFileSync(file, 'utf8'))
      return found ? [`${file}: ${found[0]}`] : []
    })
    expect(strays).toEqual([])
  })
})

test('every test lies at the path of the module or the folder that it tests', () => {
  const strays = ['domain', 'editor', 'server', 'components', 'messages', 'routes', 'cli', 'styles']
    .flatMap((part) => sources(`test/${part}`))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => {
      const module = file.replace(/^test\//, 'app/').replace(/\.test\.tsx?$/, '')
      const endings = ['', '.ts', '.tsx', '.js', '.mjs', '.server.ts', '.server.tsx']
      return !endings.some((ending) => existsSync(module + ending)) && !existsSync(dirname(module))
    })
  expect(strays).toEqual([])
})
