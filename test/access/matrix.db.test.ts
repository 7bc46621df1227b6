import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Endpoint, isZoned } from '../../src/kernel/endpoint.ts'
import { outsiders, type Role, roles } from '../../src/kernel/role.ts'
import { collectGrants, permissionsByRoles } from '../../src/platform/access/grants.ts'
import { listZonedTables } from '../../src/platform/linter/lint.ts'
import { live } from '../../src/platform/live/contract.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { withClient } from '../setup/client.ts'
import { signedInAs } from '../support/accounts.ts'
import { marks } from '../support/marks-module.ts'
import { minimalInput } from '../support/minimal-input.ts'
import { type Answer, startTestApp } from '../support/server.ts'

type AnyEndpoint = Endpoint<unknown, unknown>
type Told = Pick<Answer, 'status' | 'body'>

const app = startTestApp({ extra: [marks], requestsPerMinute: 10_000_000, trustProxy: '127.0.0.1' })

/** Some endpoints have a pace of their own for each address: each test comes from another one. */
let address = 0
beforeEach(() => {
  address += 1
})

const modules = withParts([...(await loadModules()), marks])
const endpoints: readonly AnyEndpoint[] = modules.flatMap((module) => module.handlers.map(({ endpoint }) => endpoint))
const zoned = endpoints.filter(isZoned)
const closed = zoned.filter(({ permission }) => permission !== 'public')
const permissionsOf = permissionsByRoles(collectGrants(modules))
const [here, elsewhere] = ['linyi', 'jiexiu']
const long = process.env.LUODI_LONG === '1'
/** Of each table another zone's records are guessed at: every one says the same of isolation. */
const rowsOfTable = long ? 2 : 1

interface Ask {
  readonly zone?: string
  readonly cookie?: string | undefined
  /** For every path parameter but the zone. */
  readonly id?: string
}

/** The least input of each endpoint: tens of thousands of requests are made of it. */
const least = new Map(endpoints.map(({ name, input }) => [name, minimalInput(input)]))

/** Asks an endpoint with the least input that its schema wants. */
function ask(
  { method, path, name: asked }: AnyEndpoint,
  { zone = here, cookie, id = randomUUID() }: Ask,
): Promise<Told> {
  const url = path.replace(/:(\w+)/g, (_, name: string) => (name === 'zone' ? zone : id))
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1]))
  const rest = Object.entries(least.get(asked) ?? {}).filter(([name]) => !inPath.has(name))
  const headers = { 'x-forwarded-for': `192.0.2.${address}`, ...(cookie !== undefined && { cookie }) }
  if (method === 'GET' || method === 'DELETE') {
    const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))
    const whole = `${url}?${query}`
    // A stream has no end to wait for.
    return asked === live.name ? app().send(whole, { method, headers }) : app().whisper(whole, { method, headers })
  }
  const body = JSON.stringify(Object.fromEntries(rest))
  return app().whisper(url, { method, headers: { ...headers, 'content-type': 'application/json' }, body })
}

/** What a caller may learn from an answer: all but its own request id. */
function told({ status, body }: Told): string {
  const text = typeof body === 'object' && body !== null ? { ...body, requestId: '' } : body
  return JSON.stringify([status, text])
}

const code = ({ body }: Told) => (body as { code?: string } | null)?.code
const signIn = async (role: Role, zone: string) => (await signedInAs(app().db, { zone, roles: [role] })).headers.cookie

/** Somebody of this role, the same for all who ask. */
const known = new Map<string, Promise<string>>()
function signedIn(role: Role, zone: string): Promise<string> {
  const cookie = known.get(`${role} ${zone}`) ?? signIn(role, zone)
  known.set(`${role} ${zone}`, cookie)
  return cookie
}

/**
 * Where somebody has no role, whether or not there is such a zone, every endpoint is asked by one of the roles, in turn: nobody's roles elsewhere
 * are so much as looked up. With LUODI_LONG=1 by each of them.
 */
function askedElsewhereBy(role: Role): readonly AnyEndpoint[] {
  return long ? closed : closed.filter((_, at) => roles[at % roles.length] === role)
}

describe('every endpoint', () => {
  it('asks nobody in: 401 unless it is public', async () => {
    const wrong: string[] = []
    for (const endpoint of endpoints) {
      const answer = await ask(endpoint, {})
      const refused = answer.status === 401 && code(answer) === 'access.sign_in_needed'
      if (refused !== (endpoint.permission !== 'public')) wrong.push(`${endpoint.name}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
    expect(zoned.length).toBeGreaterThan(7)
  })

  it.each(roles)(
    'does for %s in the own zone what the grants say, and nothing else',
    async (role) => {
      const allowed = permissionsOf([role])
      const cookie = await signIn(role, here)
      const wrong: string[] = []
      for (const endpoint of endpoints) {
        // Endpoints of sessions end the one that they come with.
        const answer = await ask(endpoint, { cookie: isZoned(endpoint) ? cookie : await signIn(role, here) })
        if (!asExpected(verdict(answer), { role, allowed: allowed.has(endpoint.permission) })) {
          wrong.push(`${endpoint.name}: ${told(answer)}`)
        }
        if (answer.status >= 500) wrong.push(`${endpoint.name}: ${answer.status}`)
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  it.each(roles)(
    'tells %s of another zone exactly what it tells of a zone that does not exist',
    async (role) => {
      const cookie = await signedIn(role, elsewhere)
      const wrong: string[] = []
      for (const endpoint of askedElsewhereBy(role)) {
        const other = await ask(endpoint, { cookie })
        const absent = await ask(endpoint, { cookie, zone: 'nowhere' })
        if (other.status !== 404 || told(other) !== told(absent)) wrong.push(`${endpoint.name}: ${told(other)}`)
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  it("tells of another zone's record exactly what it tells of one that does not exist", async () => {
    const ids = await idsOf(elsewhere)
    expect(ids.length).toBeGreaterThan(1)
    const wrong: string[] = []
    for (const endpoint of zoned.filter(({ path }) => /:(?!zone)\w/.test(path))) {
      const role = roles.find((one) => permissionsOf([one]).has(endpoint.permission))
      if (!role) continue
      const cookie = await signedIn(role, here)
      const answer = await ask(endpoint, { cookie })
      if (answer.status === 401) wrong.push(`${endpoint.name}: its caller is signed in no more`)
      const absent = told(answer)
      for (const id of ids) {
        const foreign = told(await ask(endpoint, { cookie, id }))
        if (foreign !== absent) wrong.push(`${endpoint.name}: ${foreign} instead of ${absent}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

type Verdict = 'in' | 'sign in' | 'not allowed'

function verdict(answer: Told): Verdict {
  if (answer.status === 401 && code(answer) === 'access.sign_in_needed') return 'sign in'
  return answer.status === 403 && code(answer) === 'access.not_allowed' ? 'not allowed' : 'in'
}

/** Outsiders may be refused more than their role is: what they do is limited to their own enterprise. */
function asExpected(found: Verdict, { role, allowed }: { role: Role; allowed: boolean }): boolean {
  if (!allowed) return found === 'not allowed'
  const outside: readonly Role[] = outsiders
  return found === 'in' || (found === 'not allowed' && outside.includes(role))
}

/** An id of every zoned table's rows in the zone (with LUODI_LONG=1 two), and its account: what somebody of another zone might guess. */
async function idsOf(zone: string): Promise<string[]> {
  const { accountId } = await signedInAs(app().db, { zone, roles: ['officer'] })
  const rows = await withClient(app().ownerUrl, async (client) => {
    const zoned = await listZonedTables(client)
    const tables = zoned.filter(({ zone }) => zone === 'zone_id').map(({ name }) => name)
    const queries = tables.map(
      (table) =>
        `(select id from ${table} where zone_id = (select id from zones.zones where code = $1) limit ${rowsOfTable})`,
    )
    return (await client.query<{ id: string }>(queries.join(' union '), [zone])).rows
  })
  return [accountId, ...rows.map((row) => row.id)]
}
