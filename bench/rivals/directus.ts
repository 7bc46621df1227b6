import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { freePort } from '../../src/platform/postgres/cluster.ts'
import { directusFolder } from '../peer-install/directus.ts'
import type { EnterpriseRow } from '../world/generate.ts'
import { withOwner } from '../world/postgres.ts'
import { type Program, runOnce, runUntilReady } from './program.ts'
import { collection, fill, post, type Rival } from './rival.ts'

const email = 'admin@example.com'

/** Directus on a database of its own: cache and limits off, everything else as shipped. */
export async function startDirectus(databaseUrl: string, rows: readonly EnterpriseRow[]): Promise<Rival> {
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const program: Program = {
    name: 'directus',
    args: [join('node_modules', 'directus', 'cli.js'), 'start'],
    cwd: directusFolder,
    env: {
      ...{ HOST: '127.0.0.1', PORT: String(port), DB_CLIENT: 'pg', DB_CONNECTION_STRING: databaseUrl },
      ...{ SECRET: randomUUID(), ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ACCESS_TOKEN_TTL: '1d' },
      ...{
        CACHE_ENABLED: 'false',
        RATE_LIMITER_ENABLED: 'false',
        TELEMETRY: 'false',
        LOG_LEVEL: 'error',
        NODE_ENV: 'production',
      },
    },
  }
  await runOnce({ ...program, args: [program.args[0] ?? '', 'bootstrap'] })
  const url = `http://127.0.0.1:${port}`
  const running = await runUntilReady(program, `${url}/server/ping`)
  try {
    const signedIn = (await post(`${url}/auth/login`, { email, password })) as { data: { access_token: string } }
    const headers = { authorization: `Bearer ${signedIn.data.access_token}` }
    await post(`${url}/collections`, { collection, meta: {}, schema: {}, fields }, headers)
    await withOwner(databaseUrl, (client) => fill(client, rows))
    return { name: 'Directus 12.4.0', url, headers, ...running, ...asks }
  } catch (error) {
    await running.stop()
    throw error
  }
}

const field = (name: string, type: string) => ({ field: name, type, meta: {}, schema: {} })
const fields = [
  {
    field: 'id',
    type: 'uuid',
    meta: { special: ['uuid'] },
    schema: { is_primary_key: true, has_auto_increment: false },
  },
  ...['name', 'uscc', 'status', 'scale', 'address'].map((name) => field(name, 'string')),
  field('above_scale', 'boolean'),
  field('registered_on', 'date'),
  { ...field('capital', 'decimal'), schema: { numeric_precision: 18, numeric_scale: 2 } },
]

const items = `/items/${collection}`
const asks: Pick<Rival, 'item' | 'list' | 'create' | 'update' | 'namesOf'> = {
  item: ({ id }) => ({ method: 'GET', path: `${items}/${id}` }),
  list: (page) => ({ method: 'GET', path: `${items}?sort=name,id&limit=50&page=${page}` }),
  create: (body) => ({ method: 'POST', path: items, body }),
  update: ({ id }, status) => ({ method: 'PATCH', path: `${items}/${id}`, body: { status } }),
  namesOf: (answer) =>
    [(answer as { data: { name: string } | { name: string }[] }).data].flat().map(({ name }) => name),
}
