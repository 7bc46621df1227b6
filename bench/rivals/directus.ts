import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { freePort } from '../../src/platform/postgres/cluster.ts'
import { directusFolder } from '../peer-install/directus.ts'
import { withOwner } from '../world/postgres.ts'
import { type Program, runOnce, runUntilReady } from './program.ts'
import { fill, peerProject, post, type Rival } from './rival.ts'
import { type Rows, told } from './rows.ts'

const email = 'admin@example.com'

/** Directus on a database of its own: cache and limits off, everything else as shipped. */
export async function startDirectus(databaseUrl: string, rows: Rows): Promise<Rival> {
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
    for (const { collection, fields } of collections) {
      await post(`${url}/collections`, { collection, meta: {}, schema: {}, fields: [key, ...fields] }, headers)
    }
    for (const related_collection of ['enterprises', 'teams']) {
      const name = `${related_collection.slice(0, -1)}_id`
      await post(`${url}/fields/projects`, { ...field(name, 'uuid'), meta: { special: ['m2o'] } }, headers)
      const relation = { collection: 'projects', field: name, related_collection, meta: {} }
      await post(`${url}/relations`, { ...relation, schema: { on_delete: 'NO ACTION' } }, headers)
    }
    await withOwner(databaseUrl, (client) => fill(client, rows))
    return { name: 'Directus 12.4.0', url, headers, ...running, ...asks }
  } catch (error) {
    await running.stop()
    throw error
  }
}

const field = (name: string, type: string) => ({ field: name, type, meta: {}, schema: {} })
const texts = (...names: readonly string[]) => names.map((name) => field(name, 'string'))
const key = {
  field: 'id',
  type: 'uuid',
  meta: { special: ['uuid'] },
  schema: { is_primary_key: true, has_auto_increment: false },
}
const collections = [
  { collection: 'enterprises', fields: texts('name', 'uscc', 'status') },
  { collection: 'teams', fields: texts('name') },
  {
    collection: 'projects',
    fields: [
      ...texts('name', 'kind', 'industry_code', 'region', 'stage', 'condition'),
      field('signed_on', 'date'),
      { ...field('investment', 'decimal'), schema: { numeric_precision: 18, numeric_scale: 2 } },
    ],
  },
]

interface Answered {
  readonly name: string
  readonly enterprise_id: { readonly name: string }
  readonly team_id: { readonly name: string }
}

const items = '/items/projects'
/** Its own fields, and of what it refers to the names. */
const whole = 'fields=*,enterprise_id.name,team_id.name'
const asks: Pick<Rival, 'item' | 'list' | 'create' | 'update' | 'toldOf'> = {
  item: ({ id }) => ({ method: 'GET', path: `${items}/${id}?${whole}` }),
  list: (page) => ({ method: 'GET', path: `${items}?${whole}&sort=name,id&limit=50&page=${page}` }),
  create: (like, name) => ({ method: 'POST', path: items, body: peerProject(like, name) }),
  update: ({ id }, region) => ({ method: 'PATCH', path: `${items}/${id}`, body: { region } }),
  toldOf: (answer) =>
    [(answer as { data: Answered | Answered[] }).data]
      .flat()
      .map(({ name, enterprise_id, team_id }) => told({ name, enterprise: enterprise_id, team: team_id })),
}
