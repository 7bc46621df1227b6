import { newEnterprise, turner } from '../records/asks.ts'
import type { Asked } from '../world/client.ts'
import { numbers } from '../world/generate.ts'
import { pieces } from '../world/pieces.ts'
import type { GrowingZone } from './filled.ts'

/** The n-th request of a kind, of the connection by which it goes. Zones take turns. */
export type Next = (n: number, connection: number) => Asked

/** The works of P1 over all zones. */
export function worksOf(zones: readonly GrowingZone[]): Readonly<Record<string, Next>> {
  const turns = turner(zones.flatMap(({ projects }) => projects))
  const homes = new Map(zones.flatMap((zone) => zone.projects.map((id) => [id, zone] as const)))
  return {
    'read one': (n) => {
      const zone = at(zones, n)
      return of(zone, 'GET', `/enterprises/${at(zone.known, stride(n)).id}`)
    },
    'list of 50': (n) => {
      const zone = at(zones, n)
      const { name, id } = at(zone.known, stride(n))
      const after = Buffer.from(JSON.stringify(['name', name, id])).toString('base64url')
      return of(zone, 'GET', `/enterprises?sort=name&limit=50&after=${after}`)
    },
    create: (n) => of(at(zones, n), 'POST', '/enterprises', newEnterprise('plain')),
    decide: (n, connection) => {
      const { id, ...rest } = turns(n, connection)
      const zone = homes.get(id)
      if (!zone) throw new Error('a project of no zone')
      const body = rest.to === 'stalled' ? { ...rest, cause: 'market' } : rest
      return of(zone, 'POST', `/projects/${id}/turn`, body)
    },
  }
}

interface Searching {
  /** Signs of each word. */
  readonly length: number
  readonly count: number
  readonly seed: number
}

/** Words out of names of a zone, asked there. */
export function searches(zones: readonly GrowingZone[], { length, count, seed }: Searching): readonly Asked[] {
  const each = Math.ceil(count / zones.length)
  const all = zones.map(({ known }, n) => {
    return pieces(
      known.map(({ name }) => name),
      { length, count: each, seed: seed * zones.length + n },
    )
  })
  return Array.from({ length: count }, (_, n) => {
    const q = at(at(all, n), Math.floor(n / zones.length))
    return of(at(zones, n), 'GET', `/enterprises?${new URLSearchParams({ q, limit: '50' })}`)
  })
}

/** The same page again and again, zone after zone. */
export function pagesOf(zones: readonly GrowingZone[], path: string, count: number): readonly Asked[] {
  return Array.from({ length: count }, (_, n) => of(at(zones, n), 'GET', path))
}

function of({ code, officer }: GrowingZone, method: Asked['method'], path: string, body?: unknown): Asked {
  return { method, path: `/api/zones/${code}${path}`, headers: officer.headers, ...(body !== undefined && { body }) }
}

const draw = numbers(17)
const strides = Array.from({ length: 10_007 }, () => Math.floor(draw() * 2 ** 31))

function stride(n: number): number {
  return strides[n % strides.length] ?? 0
}

function at<T>(all: readonly T[], n: number): T {
  const found = all[n % all.length]
  if (found === undefined) throw new Error('there is nothing to ask for')
  return found
}
