import type { ZoneRef } from '../../src/platform/module.ts'
import type { Asked, Client } from '../world/client.ts'
import { connections } from '../world/client.ts'
import { companyName, type EnterpriseRow, numbers, uscc } from '../world/generate.ts'

export interface Side {
  readonly rows: readonly EnterpriseRow[]
  readonly zone: ZoneRef
  readonly ours: Client
}

/** Both sides of the comparison: two zones of ours, without and with personal values, and bare SQL on the same rows. */
export interface Sides {
  readonly plain: Side
  readonly personal: Side
  readonly bare: Client
  readonly projects: readonly string[]
  readonly meters: Readonly<Record<'ours' | 'bare', Readonly<Record<string, () => number>>>>
}

type Zone = 'plain' | 'personal'

/** The same record for the n-th request of every contender; strides over all rows. */
function rowFor({ rows }: Side, n: number): EnterpriseRow {
  const row = rows[(n * 7_919) % rows.length]
  if (!row) throw new Error('there are no rows')
  return row
}

export function itemOurs(sides: Sides, zone: Zone, n: number): Asked {
  const side = sides[zone]
  return { method: 'GET', path: `/api/zones/${side.zone.code}/enterprises/${rowFor(side, n).id}` }
}

export function itemBare(sides: Sides, zone: Zone, path: string) {
  const side = sides[zone]
  return (n: number): Asked => ({ method: 'GET', path: `${path}?zone=${side.zone.id}&id=${rowFor(side, n).id}` })
}

/** A page that begins after some record, by the cursor that the list itself hands out. */
export function listOurs(sides: Sides, zone: Zone, n: number): Asked {
  const side = sides[zone]
  const { name, id } = rowFor(side, n)
  const after = Buffer.from(JSON.stringify(['name', name, id])).toString('base64url')
  return { method: 'GET', path: `/api/zones/${side.zone.code}/enterprises?sort=name&limit=50&after=${after}` }
}

export function listBare(sides: Sides, zone: Zone, path: string) {
  const side = sides[zone]
  return (n: number): Asked => {
    const { name, id } = rowFor(side, n)
    return { method: 'GET', path: `${path}?zone=${side.zone.id}&name=${encodeURIComponent(name)}&id=${id}` }
  }
}

const draw = numbers(99)
let made = 0

export function newEnterprise(zone: Zone): Record<string, unknown> {
  const body = { name: companyName(draw), uscc: uscc(50_000_000 + made++), status: 'planned' }
  return zone === 'plain' ? body : { ...body, legalRepresentative: '赵示' }
}

/** Which version of which project stands how: each connection stalls and takes up again projects of its own, so that none is in the other's way. */
export function turner(projects: readonly string[]) {
  const versions = new Map<string, number>()
  return (n: number, connection: number) => {
    const own = Math.floor(projects.length / connections)
    const id = projects[connection * own + (Math.floor(n / connections) % own)]
    if (id === undefined) throw new Error('there are no projects')
    const version = (versions.get(id) ?? 0) + 1
    versions.set(id, version)
    const to = version % 2 === 1 ? 'stalled' : 'active'
    return { id, version, to, reason: '市场原因暂缓，待行情好转后恢复。' }
  }
}

const turners = new WeakMap<readonly string[], Map<string, ReturnType<typeof turner>>>()

/** One count of versions for each table of the same projects. */
function turnerOf(table: 'ours' | 'bare', projects: readonly string[]) {
  const tables = turners.get(projects) ?? new Map<string, ReturnType<typeof turner>>()
  turners.set(projects, tables)
  const known = tables.get(table) ?? turner(projects)
  tables.set(table, known)
  return known
}

export function decideOurs({ plain, projects }: Sides) {
  const next = turnerOf('ours', projects)
  return (n: number, connection: number): Asked => {
    const { id, ...rest } = next(n, connection)
    const body = rest.to === 'stalled' ? { ...rest, cause: 'market' } : rest
    return { method: 'POST', path: `/api/zones/${plain.zone.code}/projects/${id}/turn`, body }
  }
}

export function decideBare({ plain, projects }: Sides, path: string) {
  const next = turnerOf('bare', projects)
  return (n: number, connection: number): Asked => {
    return { method: 'POST', path, body: { zone: plain.zone.id, ...next(n, connection) } }
  }
}
