import type pg from 'pg'
import { writeWhere } from '../../src/kernel/record-where.ts'
import { checkEqual, quantile } from '../harness.ts'
import type { Client } from './client.ts'

interface Asked {
  readonly client: Client
  readonly owner: pg.Client
  readonly zone: string
  readonly size: number
}

const times = 15
const limit = 50
const base = '/api/zones/linyi/enterprises'

/** Lists, groups and sums over HTTP with all walls beside the plain SQL for the same, as the owner without any: milliseconds and their ratio. */
export async function timeLists({ client, owner, zone, size }: Asked): Promise<void> {
  const get = (path: string, query: Record<string, string>) =>
    client.get({ method: 'GET', path: `${base}${path}?${new URLSearchParams(query)}` })
  const where = writeWhere({
    all: [
      ['status', 'in', 'idle,closed'],
      {
        any: [
          ['scale', 'eq', 'large'],
          ['aboveScale', 'eq', 'true'],
        ],
      },
    ],
  })
  const deep = await deepCursor(owner, zone, Math.floor(size / 2))
  const from = 'from enterprises.enterprises where zone_id = $1 and archived_at is null'
  const wanted = "and status in ('idle', 'closed') and (scale = 'large' or above_scale)"
  const contests: readonly Contest[] = [
    [
      'first page by name',
      () => get('', { sort: 'name', limit: String(limit) }),
      `select * ${from} order by name, id limit ${limit}`,
    ],
    [
      'page in the middle: keyset beside OFFSET',
      () => get('', { sort: 'name', limit: String(limit), after: deep }),
      `select * ${from} order by name, id limit ${limit} offset ${Math.floor(size / 2)}`,
    ],
    [
      'conditions with and/or, first page',
      () => get('', { where, limit: String(limit) }),
      `select * ${from} ${wanted} order by id desc limit ${limit}`,
    ],
    [
      'groups by status with sums',
      () => get('/groups', { by: 'status', sums: 'registeredCapital' }),
      `select status, count(*), sum(registered_capital) ${from} group by status`,
    ],
    ['count under conditions', () => get('/groups', { where }), `select count(*) ${from} ${wanted}`],
  ]
  const { count } = (await get('/groups', { where })) as { count: number }
  const plain = await owner.query<{ count: string }>(`select count(*) ${from} ${wanted}`, [zone])
  checkEqual('count under conditions', count, Number(plain.rows[0]?.count))
  const table: Record<string, Record<string, number>> = {}
  for (const [title, ours, sql] of contests) {
    const [mine, bare] = [await walls(ours), await walls(() => owner.query(sql, [zone]))]
    const ms = (all: readonly number[], q: number) => Number(quantile(all, q).toFixed(1))
    table[title] = {
      'p50 ms': ms(mine, 0.5),
      'most ms': ms(mine, 1),
      'plain SQL p50 ms': ms(bare, 0.5),
      ratio: Number((quantile(mine, 0.5) / quantile(bare, 0.5)).toFixed(2)),
    }
  }
  process.stdout.write(`Lists over ${size} enterprises, HTTP with walls beside the owner's plain SQL\n`)
  console.table(table)
}

type Contest = readonly [title: string, ours: () => Promise<unknown>, sql: string]

async function walls(work: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = []
  for (let i = 0; i <= times; i++) {
    const before = performance.now()
    await work()
    if (i > 0) all.push(performance.now() - before)
  }
  return all
}

/** The place after so many rows in the order of names, as the list itself writes it. */
async function deepCursor(owner: pg.Client, zone: string, rows: number): Promise<string> {
  const { rows: found } = await owner.query<{ name: string; id: string }>(
    'select name, id from enterprises.enterprises where zone_id = $1 and archived_at is null order by name, id limit 1 offset $2',
    [zone, rows - 1],
  )
  const place = ['name', found[0]?.name, found[0]?.id]
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}
