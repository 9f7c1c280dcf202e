import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { fail, ok, type Result } from '#app/domain/base/result.ts'
import { type SentenceFields, type SystemSentence, systemLines } from '#app/messages/system.ts'
import { applicationRoot } from './root.server.ts'

export type SettingFault = { code: SystemSentence; fields: SentenceFields }

/** What a value should look like, in both languages, for the sentence that refuses it. */
const expected = (zh: string, en: string) => JSON.stringify([zh, en])

const units: Record<string, number> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, s: 1, min: 60, h: 3600, d: 86_400 }
const quantity = (pattern: RegExp, message: string) =>
  z
    .string()
    .regex(pattern, message)
    .transform((value) => {
      const [, amount, unit] = pattern.exec(value)!
      return Number(amount) * units[unit.toLowerCase()]
    })
const bytes = quantity(
  /^(\d+)([kmg]?)$/i,
  expected('字节数，可带 k、m、g，如 30m', 'a number of bytes, with k, m or g, such as 30m'),
)
const seconds = quantity(/^(\d+)(s|min|h|d)$/, expected('时长，如 15min、8h', 'a length of time, such as 15min or 8h'))
const url = (protocols: RegExp, message: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), message)

const port = z
  .string()
  .regex(/^\d{1,5}$/, expected('0 到 65535 的端口号', 'a port from 0 to 65535'))
  .transform(Number)
  .refine((value) => value <= 65_535, expected('0 到 65535 的端口号', 'a port from 0 to 65535'))
const origin = url(/^https?:$/, expected('http(s)://主机[:端口]，不带路径', 'http(s)://host[:port] without a path'))
  .refine(
    (value) => !URL.canParse(value) || new URL(value).origin === value.replace(/\/$/, ''),
    expected('http(s)://主机[:端口]，不带路径', 'http(s)://host[:port] without a path'),
  )
  .transform((value) => value.replace(/\/$/, ''))
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, expected(values.join('、') + ' 之一', `one of ${values.join(', ')}`))

const schema = z.object({
  WENHENG_MODE: choice(['demo', 'production']).default('demo'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_ORIGIN: origin.optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[\w.:/, -]+$/, expected('代理层数或地址表', 'a number of proxies or a list of addresses'))
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: url(/^postgres(ql)?:$/, expected('postgresql://…', 'postgresql://…')).optional(),
  SESSION_SECRET: z.string().min(32, expected('至少 32 个字符的随机串', 'random, 32 characters or longer')).optional(),
  SESSION_IDLE: seconds.default(30 * 60),
  SESSION_ABSOLUTE: seconds.default(8 * 3600),
  UPLOAD_MAX: bytes.default(30 * 1024 ** 2),
  SMTP_URL: url(/^smtps?:$/, expected('smtp://… 或 smtps://…', 'smtp://… or smtps://…')).optional(),
  SMTP_FROM: z.email(expected('邮件地址', 'a mail address')).optional(),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  BACKUP_DIR: z.string().optional(),
  FILE_STORE: choice(['dir', 'database']).default('dir'),
  DEMO_CITY: choice(['yes', 'no']).default('yes'),
  CLOCK_START: z.iso
    .datetime({ offset: true, error: expected('带时差的时刻', 'an instant with its offset') })
    .optional(),
})

export type Settings = {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** What the browser sees. In a demonstration it follows host and port. */
  publicOrigin: string
  trustProxy?: string
  dataDir: string
  databaseUrl?: string
  /** Empty in a demonstration that sets none: the data directory keeps one of its own (start-up.server.ts). */
  sessionSecret: string
  /** Seconds. */
  sessionIdle: number
  /** Seconds. */
  sessionAbsolute: number
  /** Bytes of one file. */
  uploadMax: number
  smtp?: { url: string; from: string }
  logLevel: string
  backupDir: string
  fileStore: 'dir' | 'database'
  /** Whether a new demonstration begins with the invented city, or empty. */
  demoCity: boolean
  /** Where the moved clock of a demonstration begins. */
  clockStart?: string
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** The settings, or every fault that they have. Empty values count as absent. */
export function readSettings(environment: Record<string, string | undefined>): Result<Settings, SettingFault[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  const faults: SettingFault[] = parsed.success ? [] : parsed.error.issues.map(faultOf)
  const production = given.WENHENG_MODE === 'production'
  const host = given.HOST ?? '127.0.0.1'
  const required = production ? ['SESSION_SECRET', 'PUBLIC_ORIGIN'] : []
  for (const name of required) if (!given[name]) faults.push({ code: 'setting-required', fields: { name } })
  if (given.SMTP_URL && !given.SMTP_FROM) faults.push({ code: 'setting-required', fields: { name: 'SMTP_FROM' } })
  if (!production && !loopback.has(host)) faults.push({ code: 'setting-loopback', fields: { value: host } })
  if (production && given.CLOCK_START)
    faults.push(
      invalid('CLOCK_START', '空（正式系统不能移动时钟）', 'absent (the clock of a real system cannot be moved)'),
    )
  return !parsed.success || faults.length > 0 ? fail(faults) : ok(settingsOf(parsed.data))
}

const invalid = (name: string, expectedZh: string, expectedEn: string): SettingFault => ({
  code: 'setting-invalid',
  fields: { name, expectedZh, expectedEn },
})

function faultOf({ path, message }: z.core.$ZodIssue): SettingFault {
  const [expectedZh, expectedEn] = message.startsWith('[') ? JSON.parse(message) : [message, message]
  return invalid(String(path[0]), expectedZh, expectedEn)
}

function settingsOf(value: z.infer<typeof schema>): Settings {
  const dataDir = resolve(applicationRoot, value.DATA_DIR)
  const named = value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST
  return {
    mode: value.WENHENG_MODE,
    host: value.HOST,
    port: value.PORT,
    publicOrigin: value.PUBLIC_ORIGIN ?? `http://${named}:${value.PORT}`,
    trustProxy: value.TRUST_PROXY,
    dataDir,
    databaseUrl: value.DATABASE_URL,
    sessionSecret: value.SESSION_SECRET ?? '',
    sessionIdle: value.SESSION_IDLE,
    sessionAbsolute: value.SESSION_ABSOLUTE,
    uploadMax: value.UPLOAD_MAX,
    smtp: value.SMTP_URL && value.SMTP_FROM ? { url: value.SMTP_URL, from: value.SMTP_FROM } : undefined,
    logLevel: value.LOG_LEVEL,
    backupDir: resolve(applicationRoot, value.BACKUP_DIR ?? join(dataDir, 'backups')),
    fileStore: value.FILE_STORE,
    demoCity: value.DEMO_CITY === 'yes',
    clockStart: value.CLOCK_START,
  }
}

/** The environment over the file `.env`, where there is one. */
export function environment(): Record<string, string | undefined> {
  const file = join(applicationRoot, '.env')
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env }
}

/** The report of all faults at once, for the terminal. */
export const settingsReport = (faults: SettingFault[]): string =>
  [
    systemLines('settings-faulty', { count: faults.length }),
    ...faults.map(({ code, fields }) => systemLines(code, fields).replace(/^/gm, '  ')),
  ].join('\n')

const key = Symbol.for('wenheng.settings')
const held = globalThis as unknown as Record<symbol, Settings | undefined>

/** The settings of this process. */
export function settings(): Settings {
  const read = held[key]
  if (!read) throw new Error('The settings have not been read')
  return read
}

export const setSettings = (read: Settings): void => void (held[key] = read)
