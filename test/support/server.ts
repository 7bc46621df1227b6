import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { findMigrations } from '../../src/platform/migration-files.ts'
import type { Database, ModuleDefinition } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { createServer, type ServerOptions } from '../../src/platform/server.ts'
import { withClient } from '../setup/client.ts'
import { dropDatabase, freshDatabase, type TestDatabase } from '../setup/database.ts'
import { statementRecorder } from './recorder.ts'

/** One answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface TestApp extends TestDatabase {
  readonly db: Database
  /** Of the server: uploads lie in `files/` below it. */
  readonly dataFolder: string
  readonly url: string
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly send: (path: string, init: RequestInit) => Promise<Answer>
  /** As `send`, without a socket between the two: for tens of thousands of requests. A stream never ends here. */
  readonly whisper: (path: string, init: Whispered) => Promise<Pick<Answer, 'status' | 'body'>>
}

interface Whispered {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface TestAppOptions
  extends Partial<
    Pick<
      ServerOptions,
      'webFolder' | 'requestsPerMinute' | 'requestsAtOnce' | 'trustProxy' | 'log' | 'now' | 'scanner' | 'uploadBytes'
    >
  > {
  /** The database of the file; the migrated one by default. */
  readonly database?: () => Promise<TestDatabase>
  /** Modules beside the product's own. */
  readonly extra?: readonly ModuleDefinition[]
}

/**
 * Starts the whole server on a database of this file before its tests, and stops it after them.
 * Every statement is recorded: one on a zoned table that does not carry zone_id fails the file.
 */
export function startTestApp(options: TestAppOptions = {}): () => TestApp {
  let running: { app: TestApp; stop: () => Promise<void> } | undefined
  beforeAll(async () => {
    running = await open(options)
  }, 600_000)
  afterAll(async () => {
    const ended = running
    // The file outlives its tests in a worker that goes on to the next: it must not keep a whole server with it.
    running = undefined
    await ended?.stop()
  })
  return () => {
    if (!running) throw new Error('the test server is not running')
    return running.app
  }
}

async function open({ extra = [], database: own = freshDatabase, ...options }: TestAppOptions) {
  const database = await own()
  const { onStatement, faults } = statementRecorder()
  const db = openDatabase({ url: database.appUrl, onStatement })
  const modules = [...(await loadModules()), ...extra]
  const log = pino({ level: 'silent' })
  const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-files-'))
  const server = await createServer({ log, dataFolder, ...options, db, modules, migrations: findMigrations() })
  const send = (path: string, init: RequestInit) => ask(`${server.url}${path}`, init)
  const app: TestApp = {
    ...database,
    db,
    dataFolder,
    url: server.url,
    send,
    whisper: async (url, { method, headers, body }) => {
      const said = await server.app.inject({ url, method, headers, ...(body !== undefined && { payload: body }) })
      return { status: said.statusCode, body: read(said.headers['content-type'], said.body) }
    },
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  }
  const stop = async () => {
    await server.close()
    await db.destroy()
    await rm(dataFolder, { recursive: true, force: true })
    const found = await withClient(database.ownerUrl, faults)
    await dropDatabase(database)
    expect(found).toEqual([])
  }
  return { app, stop }
}

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  const type = response.headers.get('content-type') ?? ''
  // A stream has no end to wait for: its status is the answer.
  if (type.includes('event-stream')) {
    await response.body?.cancel()
    return { status: response.status, headers: response.headers, body: null }
  }
  return { status: response.status, headers: response.headers, body: read(type, await response.text()) }
}

function read(type: unknown, text: string): unknown {
  return String(type).includes('json') ? JSON.parse(text) : text
}
