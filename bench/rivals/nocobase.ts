import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { freePort } from '../../src/platform/postgres/cluster.ts'
import { nocobaseFolder } from '../peer-install/nocobase.ts'
import { withOwner } from '../world/postgres.ts'
import { type Program, runOnce, runUntilReady } from './program.ts'
import { fill, peerProject, post, type Rival } from './rival.ts'
import { type Rows, type Told, told } from './rows.ts'

const account = 'admin@example.com'

/** NocoBase on a database of its own, as it is started in production. */
export async function startNocobase(databaseUrl: string, rows: Rows): Promise<Rival> {
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const { hostname, port: databasePort, pathname, username, password: databasePassword } = new URL(databaseUrl)
  const program: Program = {
    name: 'nocobase',
    args: [join('node_modules', '@nocobase', 'app', 'lib', 'index.js'), 'start'],
    cwd: nocobaseFolder,
    env: {
      ...{
        APP_ENV: 'production',
        NODE_ENV: 'production',
        APP_HOST: '127.0.0.1',
        APP_PORT: String(port),
        DB_DIALECT: 'postgres',
      },
      ...{
        DB_HOST: hostname,
        DB_PORT: databasePort,
        DB_DATABASE: pathname.slice(1),
        DB_USER: decodeURIComponent(username),
      },
      ...{
        DB_PASSWORD: decodeURIComponent(databasePassword),
        APP_KEY: randomBytes(32).toString('hex'),
        LOGGER_LEVEL: 'error',
      },
      ...{
        INIT_ROOT_EMAIL: account,
        INIT_ROOT_PASSWORD: password,
        INIT_ROOT_USERNAME: 'nocobase',
        INIT_APP_LANG: 'en-US',
      },
    },
  }
  const bin = join('node_modules', '@nocobase', 'cli-v1', 'bin', 'index.js')
  await runOnce({ ...program, args: [bin, 'install'] })
  const url = `http://127.0.0.1:${port}`
  const running = await runUntilReady(
    { ...program, args: [bin, 'start', '--launch-mode', 'node'] },
    `${url}/api/__health_check`,
  )
  try {
    const signedIn = (await post(`${url}/api/auth:signIn`, { account, password }, { 'x-authenticator': 'basic' })) as {
      data: { token: string }
    }
    const headers = { authorization: `Bearer ${signedIn.data.token}`, 'x-authenticator': 'basic', 'x-role': 'root' }
    for (const collection of collections) {
      const made = { autoGenId: false, sortable: false, ...collection }
      await post(`${url}/api/collections:create`, made, headers)
    }
    await withOwner(databaseUrl, (client) => fill(client, rows))
    return { name: 'NocoBase 2.2.15', url, headers, ...running, ...asks }
  } catch (error) {
    await running.stop()
    throw error
  }
}

const key = { name: 'id', type: 'uuid', primaryKey: true }
const texts = (...names: readonly string[]) => names.map((name) => ({ name, type: 'string' }))
const refers = (name: string, target: string) => [
  { name: `${name}_id`, type: 'uuid', isForeignKey: true },
  { name, type: 'belongsTo', target, foreignKey: `${name}_id`, targetKey: 'id' },
]
const collections = [
  { name: 'enterprises', fields: [key, ...texts('name', 'uscc', 'status')] },
  { name: 'teams', fields: [key, ...texts('name')] },
  {
    name: 'projects',
    fields: [
      key,
      ...texts('name', 'kind', 'industry_code', 'region', 'stage', 'condition'),
      { name: 'signed_on', type: 'dateOnly' },
      { name: 'investment', type: 'decimal', precision: 18, scale: 2 },
      ...refers('enterprise', 'enterprises'),
      ...refers('team', 'teams'),
    ],
  },
]

const api = '/api/projects'
/** What it refers to, as its own pages ask for it. */
const whole = 'appends[]=enterprise&appends[]=team'
const asks: Pick<Rival, 'item' | 'list' | 'create' | 'update' | 'toldOf'> = {
  item: ({ id }) => ({ method: 'GET', path: `${api}:get?filterByTk=${id}&${whole}` }),
  list: (page) => ({ method: 'GET', path: `${api}:list?pageSize=50&page=${page}&sort[]=name&sort[]=id&${whole}` }),
  create: (like, name) => ({ method: 'POST', path: `${api}:create`, body: peerProject(like, name) }),
  update: ({ id }, region) => ({ method: 'POST', path: `${api}:update?filterByTk=${id}`, body: { region } }),
  toldOf: (answer) => [(answer as { data: Told | Told[] }).data].flat().map(told),
}
