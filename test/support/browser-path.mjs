// A Chromium and Chinese fonts for the browser tests: of this machine, of Playwright, or from the system's packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Packages of a Debian system with a browser, the better one first: without a window it works a third less. */
export const browserPackages = ['chromium-headless-shell', 'chromium']

const places = [
  ...browserPackages.map((name) => `/usr/bin/${name}`),
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser's program, or null. `TEST_BROWSER` names one. */
export async function findBrowser() {
  if (process.env.TEST_BROWSER) return process.env.TEST_BROWSER
  const found = places.find((place) => existsSync(place))
  if (found) return found
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : null
}

/** Whether Chinese can be drawn. Only systems with fontconfig can lack it. */
export function hasChineseFonts() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return status === null ? process.platform !== 'linux' : stdout.trim() !== ''
}

/** Installs the given packages of a Debian system. False where that cannot be done. */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  const apt = (...words) =>
    spawnSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', ...packages)
}
