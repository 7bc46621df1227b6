import { join, resolve } from 'node:path'
import { Problem } from '../kernel/problem.ts'
import type { ScannerPlace } from '../platform/files/scanner.ts'
import { type Algorithm, algorithms } from '../platform/journal/seal/suite.ts'
import type { TelemetryOptions } from '../platform/telemetry/telemetry.ts'

/** What the environment says, checked once at the start. */
export interface Settings {
  /** 0 asks the system for any free port. */
  readonly port: number
  readonly host: string
  /** Absolute. A relative LUODI_DATA counts from the project's folder, so that it means the same from everywhere. */
  readonly dataFolder: string
  readonly databaseUrl?: string
  readonly appDatabaseUrl?: string
  readonly logLevel: string
  /** The pages as `npm start` builds them. */
  readonly webFolder: string
  /** Addresses or ranges of our own reverse proxies, separated by commas: their word on who asks is taken. */
  readonly trustProxy?: string
  /** Refuses what is only for trying out. */
  readonly production: boolean
  /** The hash that a zone's journal is begun with: SHA-256, or the national SM3. */
  readonly journalHash: Algorithm
  /** A first start builds no demo. */
  readonly empty: boolean
  /** Codes of the zones whose demo a first start builds; absent: all that there are. */
  readonly demo?: readonly string[]
  /** From how many milliseconds on a statement is slow; absent: none is. */
  readonly slowMs?: number
  /** False behind a pooler that gives every transaction another connection: nothing is prepared there. */
  readonly prepare: boolean
  /** Where backups are kept: better on another disk than the data folder, in which it lies by default. */
  readonly backupFolder: string
  /** A file with the key of encrypted backups. */
  readonly backupKeyFile?: string
  /** The clamd that looks through uploads. */
  readonly scanner?: ScannerPlace
  /** OpenTelemetry's own variables say where traces and figures go; absent: nowhere. */
  readonly telemetry?: TelemetryOptions
}

const projectFolder = join(import.meta.dirname, '..', '..')
const defaultPort = '8080'
const defaultSlowMs = '500'
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads PORT, HOST, LUODI_DATA, DATABASE_URL, APP_DATABASE_URL, LUODI_LOG, LUODI_PROXY, LUODI_JOURNAL_HASH, LUODI_EMPTY, LUODI_DEMO, LUODI_BACKUP, LUODI_BACKUP_KEY_FILE, LUODI_SLOW_MS, LUODI_PREPARE, LUODI_CLAMD, LUODI_MODE, NODE_ENV and those of OpenTelemetry; an empty one counts as not set. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = readAddress('DATABASE_URL', env.DATABASE_URL)
  const appDatabaseUrl = readAddress('APP_DATABASE_URL', env.APP_DATABASE_URL)
  const dataFolder = resolve(projectFolder, env.LUODI_DATA || 'var')
  return {
    port: readPort(env.PORT || defaultPort),
    host: env.HOST || '127.0.0.1',
    dataFolder,
    ...(databaseUrl && { databaseUrl }),
    ...(appDatabaseUrl && { appDatabaseUrl }),
    logLevel: readLogLevel(env.LUODI_LOG || 'warn'),
    webFolder: join(projectFolder, 'dist', 'web'),
    ...(env.LUODI_PROXY && { trustProxy: env.LUODI_PROXY }),
    production: env.NODE_ENV === 'production' || env.LUODI_MODE === 'production',
    journalHash: readHash(env.LUODI_JOURNAL_HASH || 'sha256'),
    empty: /^(1|true|yes)$/.test(env.LUODI_EMPTY || ''),
    ...(env.LUODI_DEMO && { demo: readDemo(env.LUODI_DEMO) }),
    ...slowOf(env.LUODI_SLOW_MS || defaultSlowMs),
    prepare: readPrepare(env.LUODI_PREPARE || 'on'),
    backupFolder: resolve(projectFolder, env.LUODI_BACKUP || join(dataFolder, 'backups')),
    ...(env.LUODI_CLAMD && { scanner: readScanner(env.LUODI_CLAMD) }),
    ...(env.LUODI_BACKUP_KEY_FILE && { backupKeyFile: resolve(projectFolder, env.LUODI_BACKUP_KEY_FILE) }),
    ...telemetryOf(env),
  }
}

const spansEveryMs = 2_000
const defaultMetricsMs = '60000'

/** OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER_ARG, OTEL_METRIC_EXPORT_INTERVAL; the exporter reads OTEL_EXPORTER_OTLP_HEADERS itself. */
function telemetryOf(env: NodeJS.ProcessEnv): Pick<Settings, 'telemetry'> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT
  if (!endpoint || env.OTEL_SDK_DISABLED === 'true') return {}
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    const [zh, en] = [
      '应为 http 或 https 地址，如 http://127.0.0.1:4318。',
      'must be an address of http or https, such as http://127.0.0.1:4318.',
    ]
    throw invalid('OTEL_EXPORTER_OTLP_ENDPOINT', zh, en)
  }
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG || '1')
  if (!(ratio >= 0 && ratio <= 1))
    throw invalid('OTEL_TRACES_SAMPLER_ARG', '应为 0 到 1 的数。', 'must be a number from 0 to 1.')
  const every = env.OTEL_METRIC_EXPORT_INTERVAL || defaultMetricsMs
  if (!/^[1-9]\d{2,7}$/.test(every)) {
    throw invalid(
      'OTEL_METRIC_EXPORT_INTERVAL',
      '应为毫秒数，至少 100。',
      'must be a number of milliseconds, 100 at least.',
    )
  }
  const serviceName = env.OTEL_SERVICE_NAME || 'luodi'
  return { telemetry: { endpoint, serviceName, ratio, everyMs: spansEveryMs, metricsEveryMs: Number(every) } }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw invalid(
    'PORT',
    `“${text}”不是端口号（0 到 65535 的整数）。`,
    `"${text}" is not a port (a whole number from 0 to 65535).`,
  )
}

/** 0 says that nobody wants to know. */
function slowOf(text: string): Pick<Settings, 'slowMs'> {
  const ms = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(ms)) {
    const [zh, en] = [
      `“${text}”应为毫秒数（整数，0 为不记录）。`,
      `"${text}" is no number of milliseconds (0: none are logged).`,
    ]
    throw invalid('LUODI_SLOW_MS', zh, en)
  }
  return ms === 0 ? {} : { slowMs: ms }
}

/** The address itself is not repeated: it holds a password. */
function readAddress(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  const complete = url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1
  if (complete) return text
  throw invalid(
    name,
    '应写成 postgres://用户:口令@主机:端口/数据库。',
    'must read postgres://user:password@host:port/database.',
  )
}

/** `unix:/run/clamav/clamd.ctl`, or `tcp://127.0.0.1:3310`. */
function readScanner(text: string): ScannerPlace {
  const path = /^unix:(\/.+)$/.exec(text)?.[1]
  if (path !== undefined) return { path }
  const url = text.startsWith('tcp://') && URL.canParse(text) ? new URL(text) : null
  const plain = url && /^\/?$/.test(`${url.pathname}${url.search}${url.hash}${url.username}`)
  if (plain && url.hostname && Number(url.port) > 0) {
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
  }
  throw invalid(
    'LUODI_CLAMD',
    '应写成 tcp://主机:端口 或 unix:/套接字路径。',
    'must read tcp://host:port or unix:/path/of/the/socket.',
  )
}

function readLogLevel(text: string): string {
  if (logLevels.includes(text)) return text
  throw invalid('LUODI_LOG', `只能是 ${logLevels.join('、')}。`, `must be one of ${logLevels.join(', ')}.`)
}

function readHash(text: string): Algorithm {
  const found = algorithms.find((known) => known === text)
  if (found) return found
  throw invalid('LUODI_JOURNAL_HASH', `只能是 ${algorithms.join('、')}。`, `must be one of ${algorithms.join(', ')}.`)
}

/** Codes of zones, separated by commas. */
export function readDemo(text: string): readonly string[] {
  return text.split(/[,，]/).map((code) => code.trim())
}

function readPrepare(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw invalid('LUODI_PREPARE', '只能是 on 或 off。', 'must be on or off.')
}

function invalid(name: string, zh: string, en: string): Problem {
  return new Problem('invalid_input', 'settings.invalid', { zh: `${name}：${zh}`, en: `${name}: ${en}` }, { name })
}
