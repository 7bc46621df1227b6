import type pg from 'pg'
import type { Asked } from '../world/client.ts'
import type { EnterpriseRow } from '../world/generate.ts'

/** A peer that is running, signed in as its administrator, with the enterprises in a collection of its own. */
export interface Rival {
  readonly name: string
  readonly url: string
  readonly pid: number
  readonly headers: Readonly<Record<string, string>>
  readonly item: (row: EnterpriseRow) => Asked
  /** Fifty by name and id: the page of this number from 1, which begins behind this row. */
  readonly list: (page: number, behind: EnterpriseRow | undefined) => Asked
  readonly create: (body: Record<string, unknown>) => Asked
  /** An update, of which the peer keeps whatever history it keeps by default. */
  readonly update: (row: EnterpriseRow, status: string) => Asked
  /** The names in an answer to `item` or `list`. */
  readonly namesOf: (answer: unknown) => readonly string[]
  readonly stop: () => Promise<void>
}

export const collection = 'enterprises'

/** Fills the peer's own table, with an index for the order of the list. */
export async function fill(client: pg.Client, rows: readonly EnterpriseRow[]): Promise<void> {
  const of = <K extends keyof EnterpriseRow>(key: K) => rows.map((row) => row[key])
  await client.query(
    `insert into ${collection} (id, name, uscc, status, scale, above_scale, address, registered_on, capital)
    select id, name, uscc, status, scale, above, address, registered, capital
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::date[], $9::numeric[])
      as r (id, name, uscc, status, scale, above, address, registered, capital)`,
    [
      of('id'),
      of('name'),
      of('uscc'),
      of('status'),
      of('scale'),
      of('aboveScale'),
      of('address'),
      of('registeredOn'),
      of('capital'),
    ],
  )
  await client.query(`create index on ${collection} (name, id)`)
  await client.query(`create index on ${collection} (uscc)`)
  await client.query('vacuum analyze')
}

export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 400)}`)
  return text === '' ? null : JSON.parse(text)
}
