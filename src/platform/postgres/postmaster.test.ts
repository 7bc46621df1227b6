import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Place } from './place.ts'
import { addressOf, findPostmaster } from './postmaster.ts'

let home = ''
let place: Place
const sockets = () => join(home, 'postgres.sockets')
/** A number that no process has. */
const nobody = 2 ** 30

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'luodi-postmaster-'))
  const cluster = join(home, 'postgres')
  await mkdir(cluster)
  await mkdir(sockets())
  const files = { logFile: join(home, 'postgres.log'), passwordFile: join(home, 'postgres.password') }
  place = { identity: {}, bin: home, cluster, sockets: sockets(), password: 'secret', ...files }
})

afterEach(() => rm(home, { recursive: true }))

/** As PostgreSQL writes it: number, folder, beginning, port, folder of the socket, address, shared memory, state. */
const tell = (pid: number, folder: string) =>
  writeFile(
    join(place.cluster, 'postmaster.pid'),
    [pid, place.cluster, 1_796_000_000, 20_123, folder, '127.0.0.1', '', 'ready'].join('\n'),
  )

it('removes what a dead server has left, its socket and lock too, so that the next one is not kept from starting', async () => {
  for (const name of ['.s.PGSQL.20123', '.s.PGSQL.20123.lock', '.s.PGSQL.20124']) {
    await writeFile(join(sockets(), name), '')
  }
  await tell(nobody, sockets())
  expect(await findPostmaster(place)).toBeNull()
  expect(await readdir(place.cluster)).toEqual([])
  expect(await readdir(sockets())).toEqual(['.s.PGSQL.20124'])
})

it('removes the number alone of a dead server that had no socket', async () => {
  await writeFile(join(sockets(), '.s.PGSQL.20123'), '')
  await tell(nobody, '')
  expect(await findPostmaster(place)).toBeNull()
  expect(await readdir(place.cluster)).toEqual([])
  expect(await readdir(sockets())).toEqual(['.s.PGSQL.20123'])
})

it('tells the address by the socket, and by the port of a server that has none', () => {
  const at = { pid: 7, port: 20_123 }
  const bySocket = addressOf(place, { ...at, sockets: '/srv/a b/postgres.sockets' }, 'luodi')
  expect(bySocket).toBe('postgres://postgres:secret@%2Fsrv%2Fa%20b%2Fpostgres.sockets:20123/luodi?sslmode=disable')
  expect(addressOf(place, { ...at, sockets: '' }, 'luodi')).toBe(
    'postgres://postgres:secret@127.0.0.1:20123/luodi?sslmode=disable',
  )
})
