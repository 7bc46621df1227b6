import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { type SignedInAs, signedInAs } from '../../../test/support/accounts.ts'
import { type Clamd, eicar, openClamd } from '../../../test/support/clamd.ts'
import { startTestApp } from '../../../test/support/server.ts'
import type { SystemView } from '../system/contract.ts'
import { clamd } from './scanner.ts'

const socket = join(tmpdir(), `luodi-clamd-${process.pid}.sock`)
const log = pino({ level: 'silent' })
const app = startTestApp({ scanner: { path: socket } })
let daemon: Clamd
let admin: SignedInAs

beforeAll(async () => {
  daemon = await openClamd({ path: socket })
  admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin', 'officer'] })
})

afterAll(async () => {
  await daemon.close()
  await rm(socket, { force: true })
})

beforeEach(() => Object.assign(daemon, { mode: 'works', waitMs: 0 }))

const base = '/api/zones/linyi'

async function upload(content: string, path = `${base}/files`, name = 'a.txt') {
  const body = new FormData()
  body.set('file', new Blob([content]), name)
  const { status, body: told, headers } = await app().send(path, { method: 'POST', body, headers: admin.headers })
  return { status, ...(told as { code?: string; details?: unknown }), retryAfter: headers.get('retry-after') }
}

function kept(): string[] {
  const files = readdirSync(join(app().dataFolder, 'files'), { recursive: true, withFileTypes: true })
  return files.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** Of files and of imports of sheets, of every zone. */
async function rows(): Promise<unknown> {
  return withClient(app().ownerUrl, async (client) => {
    const { rows: found } = await client.query(
      'select (select count(*) from files.files)::int as files, (select count(*) from sheets.imports)::int as imports',
    )
    return found[0]
  })
}

const seenBySystem = async () => ((await app().get(`${base}/system`, admin.headers)).body as SystemView).scanner

describe('with a scanner', () => {
  test('a clean file is taken, and the scanner has seen every byte of it', async () => {
    const content = '临猗'.repeat(50_000)
    expect(await upload(content)).toMatchObject({ status: 200 })
    expect(daemon.seen.at(-1)?.toString()).toBe(content)
    expect(await seenBySystem()).toBe('answers')
  })

  test('a slow one is waited for', async () => {
    daemon.waitMs = 1_000
    expect(await upload('slowly looked at')).toMatchObject({ status: 200 })
  })

  test.each([
    ['a file', `${base}/files`, 'a.txt'],
    ['a sheet', `${base}/enterprises/sheet/imports`, 'a.csv'],
  ])('%s with a virus is refused by its name and kept nowhere', async (_what, path, name) => {
    const [files, count] = [kept(), await rows()]
    expect(await upload(`企业名称\n${eicar}\n`, path, name)).toMatchObject({
      ...{ status: 422, code: 'files.infected', details: { found: 'Eicar-Test-Signature' } },
    })
    expect([kept(), await rows()]).toEqual([files, count])
  })

  test.each([
    ['hangs up in the middle', 'cut'],
    ['finds the file too large for itself', 'full'],
  ] as const)('one that %s lets nothing through, and says when to come back', async (_what, mode) => {
    const [files, count] = [kept(), await rows()]
    daemon.mode = mode
    expect(await upload('x'.repeat(300_000))).toMatchObject({
      ...{ status: 503, code: 'files.scanner_down', retryAfter: '30' },
    })
    expect([kept(), await rows()]).toEqual([files, count])
  })

  test('that is down every upload is refused, other work goes on, the system page says so, and it is well again by itself', async () => {
    const [files, count] = [kept(), await rows()]
    await daemon.close()
    expect(await upload('nobody looks')).toMatchObject({ status: 503, code: 'files.scanner_down' })
    expect(await upload('企业名称\n甲\n', `${base}/enterprises/sheet/imports`, 'a.csv')).toMatchObject({ status: 503 })
    expect(await seenBySystem()).toBe('silent')
    expect((await app().get(`${base}/files?subjectKind=a.b&subjectId=${crypto.randomUUID()}`)).status).toBe(401)
    expect([kept(), await rows()]).toEqual([files, count])
    daemon = await openClamd({ path: socket })
    expect(await upload('looked at again')).toMatchObject({ status: 200 })
    expect(await seenBySystem()).toBe('answers')
  })
})

describe('over TCP', () => {
  test('it is the same, one that falls silent is given up, and one that is not there is told at once', async () => {
    const other = await openClamd()
    const scanner = clamd({ host: '127.0.0.1', port: other.port }, { log, silenceMs: 300 })
    await scanner.pass([Buffer.from('clean'), Buffer.alloc(0), Buffer.from(' and in pieces')])
    expect(other.seen.at(-1)?.toString()).toBe('clean and in pieces')
    await expect(scanner.pass([Buffer.from(eicar)])).rejects.toMatchObject({ code: 'files.infected' })
    other.mode = 'mute'
    await expect(scanner.pass([Buffer.from('clean')])).rejects.toMatchObject({
      refusal: { code: 'files.scanner_down' },
    })
    await other.close()
    await expect(scanner.pass([Buffer.from('clean')])).rejects.toMatchObject({
      refusal: { code: 'files.scanner_down' },
    })
    expect(await scanner.answers()).toBe(false)
  })

  test('a content that cannot be read is not passed', async () => {
    const scanner = clamd({ path: socket }, { log })
    const broken = async function* () {
      yield Buffer.from('a')
      throw new Error('the disk is gone')
    }
    await expect(scanner.pass(broken())).rejects.toMatchObject({ refusal: { code: 'files.scanner_down' } })
  })
})
