// npm test: prepares all that the tests need, runs them in stages, and counts. Plain JavaScript without packages,
// because it also runs where nothing is installed yet. Names of stages run only these.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, generate, install, root } from '../app/cli/preparation.mjs'

const output = join(root, 'test/output')
const seed = process.env.TEST_SEED ?? String(Date.now() % 1_000_000)
const isStrict = Boolean(process.env.CI)
const only = process.argv.slice(2)

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

const count = (name, passed, why = name) => {
  total[passed ? 'passed' : 'failed'] += 1
  if (!passed) failures.push(why)
}

/** What cannot be had is named; it fails only where the machine promises to have everything. */
function missing(what) {
  console.log(`  missing: ${what}`)
  if (isStrict) count(what, false, `missing: ${what}`)
  else total.skipped += 1
}

const environment = {
  ...process.env,
  TEST_SEED: seed,
  FORCE_COLOR: process.env.FORCE_COLOR ?? '0',
}
const node = (args, more = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...more } }).status === 0
const bin = (name, ...args) => [join(root, 'node_modules', name), ...args]

/** One run of Vitest, counted from its own report: a file that cannot be loaded counts as one failure. */
function vitest(label, args, more, countsSkips = true) {
  const report = join(output, `${label}.json`)
  rmSync(report, { force: true })
  const flags = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const succeeded = node(bin('vitest/vitest.mjs', ...flags, ...args), more)
  if (!existsSync(report)) return count(label, false, `${label}: no report`)
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  total.passed += numPassedTests
  if (countsSkips) total.skipped += numPendingTests + numTodoTests
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults
      .filter((each) => each.status === 'failed')
      .map((each) => `${name} > ${each.fullName}`)
    return tests.length === 0 && status === 'failed' ? [name] : tests
  })
  for (const name of failed) count(name, false, `${label}: ${name}`)
  if (!succeeded && failed.length === 0) count(label, false, `${label}: an error outside of the tests`)
}

async function requirements() {
  const { browserPackages, findBrowser, hasChineseFonts, installPackages } = await import('./support/browser-path.mjs')
  const { isPostgresAvailable } = await import('./support/postgres.mjs')
  if (!hasChineseFonts()) installPackages(['fontconfig', 'fonts-noto-cjk'])
  for (const name of browserPackages) if (!(await findBrowser())) installPackages([name])
  const browser = await findBrowser()
  if (browser) environment.TEST_BROWSER = browser
  else missing('a Chromium for the browser tests')
  if (!hasChineseFonts()) missing('Chinese fonts for the browser tests')
  if (!isPostgresAvailable()) missing('a PostgreSQL server for the database tests')
  return { browser }
}

let found = { browser: null }

/** What knows no day: words against words, and rules against rules. */
const withoutDates = ['test/domain/exploration', 'test/domain/comparison', 'test/domain/amendment']

/**
 * The files of one worker share the modules that they read: nothing of a test is kept there, and reading them anew for each file takes
 * a third of the time.
 */
const together = '--no-isolate'

/** Budgets in seconds on two cores. */
const stages = [
  {
    name: 'prepare',
    budget: 240,
    run: async () => {
      install()
      generate()
      build()
      found = await requirements()
    },
  },
  {
    name: 'static',
    budget: 120,
    run: () => {
      count('biome check', node(bin('@biomejs/biome/bin/biome', 'check', '--config-path=.biome.json')))
      count('tsc', node(bin('typescript/bin/tsc', '--noEmit')))
      vitest('architecture', ['--project', 'unit', 'test/architecture.test.ts'])
    },
  },
  {
    name: 'unit',
    budget: 420,
    run: () => {
      vitest('unit', ['--project', 'unit', together, '--exclude', 'test/architecture.test.ts'])
      // Legal dates must not follow the machine: the rules once more where the day begins twelve hours later.
      vitest(
        'unit-new-york',
        [
          '--project',
          'unit',
          together,
          'test/domain',
          ...withoutDates.flatMap((folder) => ['--exclude', `${folder}/**`]),
        ],
        { TZ: 'America/New_York', CORPUS_DIR: join(output, 'none') },
        false,
      )
    },
  },
  { name: 'server', budget: 240, run: () => vitest('server', ['--project', 'server', together, '--passWithNoTests']) },
  {
    name: 'browser',
    budget: 660,
    run: () => {
      // A journey waits by turns for its browser, its server and itself: three side by side keep two cores busy.
      if (found.browser) vitest('browser', ['--project', 'e2e', '--passWithNoTests', '--poolOptions.forks.maxForks=3'])
    },
  },
]

mkdirSync(output, { recursive: true })
console.log(`seed ${seed} (TEST_SEED=${seed} repeats the order)`)
for (const { name, budget, run } of stages) {
  if (only.length > 0 && name !== 'prepare' && !only.includes(name)) continue
  const begun = performance.now()
  console.log(`\n── ${name}`)
  await run()
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`── ${name}: ${seconds} s of ${budget} s${seconds > budget ? ' — OVER BUDGET' : ''}`)
}

if (failures.length > 0)
  console.log(`\nfailed:\n${failures.map((each) => `  ${each.replace(`${root}/`, '')}`).join('\n')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)
