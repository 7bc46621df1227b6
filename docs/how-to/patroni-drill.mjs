/**
 * Two PostgreSQL under Patroni, one etcd, all on this machine: a writer writes, the primary's processes are killed with -9 again and again,
 * and what was acknowledged is compared with what is there. Usage: node docs/how-to/patroni-drill.mjs <empty folder> [kills]
 * Needs Debian's packages patroni, etcd-server and postgresql; PATRONI_ROOT names a folder into which they were unpacked instead.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const folder = resolve(process.argv[2] ?? '')
const kills = Number(process.argv[3] ?? 3)
const root = process.env.PATRONI_ROOT ?? ''
const bin = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin'
const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
const ports = [25_432, 25_433]
const password = 'drill-only'
const env = { ...process.env, PYTHONPATH: root ? `${root}/usr/lib/python3/dist-packages` : '', PYTHONUNBUFFERED: '1' }
const running = new Map()

function begin(name, program, args) {
  const log = openSync(join(folder, `${name}.log`), 'a')
  const child = spawn(program, args, { uid, gid, cwd: folder, env, stdio: ['ignore', log, log] })
  running.set(name, child)
  return child
}

function configure(i) {
  const name = `node${i}`
  const data = join(folder, name)
  const own = (role, username) => `    ${role}:\n      username: ${username}\n      password: ${password}\n`
  const text = `scope: luodi
name: ${name}
restapi:
  listen: 127.0.0.1:${28_000 + i}
  connect_address: 127.0.0.1:${28_000 + i}
etcd3:
  host: 127.0.0.1:22379
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 3
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      parameters: { max_connections: 50, wal_log_hints: 'on' }
  initdb: [{ encoding: UTF8 }, { locale: C }, data-checksums]
  pg_hba:
    - host replication replicator 127.0.0.1/32 scram-sha-256
    - host all all 127.0.0.1/32 scram-sha-256
postgresql:
  listen: 127.0.0.1:${ports[i]}
  connect_address: 127.0.0.1:${ports[i]}
  data_dir: ${data}
  bin_dir: ${bin}
  pgpass: ${join(folder, `${name}.pass`)}
  authentication:
${own('superuser', 'postgres')}${own('replication', 'replicator')}${own('rewind', 'rewinder')}  parameters: { unix_socket_directories: '' }
watchdog: { mode: 'off' }
`
  const file = join(folder, `${name}.yml`)
  writeFileSync(file, text, { mode: 0o600 })
  chownSync(file, uid, gid)
  return file
}

const startNode = (i) => begin(`node${i}`, '/usr/bin/python3', [`${root}/usr/bin/patroni`, configure(i)])

async function ask(i, text, values = []) {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: ports[i], user: 'postgres', password, database: 'postgres' },
    ...{ connectionTimeoutMillis: 1_000, query_timeout: 5_000 },
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Which nodes take writes now. */
async function writers() {
  const found = await Promise.all(
    ports.map((_, i) =>
      ask(i, 'select pg_is_in_recovery() as standby').then(
        (rows) => !rows[0].standby,
        () => false,
      ),
    ),
  )
  return found.flatMap((is, i) => (is ? [i] : []))
}

async function until(what, condition, ms = 180_000) {
  const end = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await sleep(300)
  }
}

/** Whether a standby follows synchronously: only then is a commit on two disks. */
async function isProtected() {
  const [primary] = await writers()
  if (primary === undefined) return false
  const rows = await ask(primary, `select from pg_stat_replication where sync_state in ('sync', 'quorum')`).catch(
    () => [],
  )
  return rows.length > 0
}

const acknowledged = []
const state = { primary: -1, stop: false, most: 0, last: 0, gap: 0 }

async function write() {
  for (let n = 1; !state.stop; n++) {
    const [primary] = await writers()
    const done =
      primary !== undefined &&
      (await ask(primary, 'insert into drill (n) values ($1)', [n]).then(
        () => true,
        () => false,
      ))
    if (!done) continue
    state.primary = primary
    acknowledged.push(n)
    const now = performance.now()
    if (state.last > 0) state.gap = Math.max(state.gap, now - state.last)
    state.last = now
  }
}

async function watch() {
  while (!state.stop) {
    state.most = Math.max(state.most, (await writers()).length)
    await sleep(100)
  }
}

function killPrimary(i) {
  running.get(`node${i}`).kill('SIGKILL')
  const pid = Number(readFileSync(join(folder, `node${i}`, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

async function drill() {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  chownSync(folder, uid, gid)
  begin('etcd', `${root}/usr/bin/etcd`, [
    ...['--data-dir', join(folder, 'etcd'), '--listen-client-urls', 'http://127.0.0.1:22379'],
    ...['--advertise-client-urls', 'http://127.0.0.1:22379', '--listen-peer-urls', 'http://127.0.0.1:22380'],
  ])
  await sleep(3_000)
  startNode(0)
  await until('the first primary', async () => (await writers()).length === 1)
  startNode(1)
  await until('a synchronous standby', isProtected)
  await ask((await writers())[0], 'create table drill (n integer primary key)')
  const work = [write(), watch()]
  const seconds = []
  for (let k = 0; k < kills; k++) {
    await sleep(3_000)
    // The one that has just taken a write.
    const { primary } = state
    state.gap = 0
    killPrimary(primary)
    const count = acknowledged.length
    await until('a write after the kill', () => acknowledged.length > count + 2)
    seconds.push(state.gap / 1000)
    process.stdout.write(`kill ${k + 1}: writes again after ${(state.gap / 1000).toFixed(1)} s\n`)
    startNode(primary)
    await until('a synchronous standby again', isProtected)
  }
  state.stop = true
  await Promise.all(work)
  const there = new Set((await ask((await writers())[0], 'select n from drill')).map(({ n }) => n))
  const lost = acknowledged.filter((n) => !there.has(n))
  process.stdout.write(
    `${acknowledged.length} acknowledged, ${lost.length} lost, longest pause ${Math.max(...seconds).toFixed(1)} s, at most ${state.most} node took writes at once\n`,
  )
}

try {
  await drill()
} finally {
  for (const name of ['node0', 'node1', 'etcd']) running.get(name)?.kill('SIGTERM')
}
