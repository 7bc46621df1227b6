import { createHash } from 'node:crypto'
import type pg from 'pg'
import { Enterprise } from '../../src/modules/enterprises/contract/enterprise.ts'
import { sealValue } from '../../src/platform/records/personal.ts'
import { searchEntry } from '../../src/platform/records/search-entry.ts'
import { type EnterpriseRow, enterprises } from './generate.ts'

const at = '2026-03-02T01:00:00Z'
const batch = 2_000

export interface Filling {
  readonly zone: string
  readonly count: number
  readonly from: number
  /** Whether every enterprise has a legal representative, encrypted under a key of its own. */
  readonly personal: boolean
}

/** Fills a zone with enterprises as the product would have written them, search entries and keys included. Answers their ids in order. */
export async function loadEnterprises(client: pg.Client, filling: Filling): Promise<readonly EnterpriseRow[]> {
  const rows = [...enterprises(filling.count, filling)]
  await loadEnterpriseRows(client, filling.zone, rows)
  return rows
}

export async function loadEnterpriseRows(
  client: pg.Client,
  zone: string,
  rows: readonly EnterpriseRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    await insertBatch(client, zone, rows.slice(start, start + batch))
  }
}

async function insertBatch(client: pg.Client, zone: string, rows: readonly EnterpriseRow[]) {
  const entries = rows.map(({ name, uscc }) => searchEntry(Enterprise, zone, { name, uscc }))
  const sealed = rows.map((row) => (row.legalRepresentative === null ? null : sealedName(row, row.legalRepresentative)))
  const columns = [
    rows.map((row) => row.id),
    entries.map(({ text }) => text),
    rows.map((row) => row.name),
    rows.map((row) => row.uscc),
    rows.map((row) => row.status),
    rows.map((row) => row.scale),
    rows.map((row) => row.aboveScale),
    rows.map((row) => row.address),
    rows.map((row) => row.registeredOn),
    rows.map((row) => row.capital),
    sealed,
    rows.map((row) => (row.tags.length === 0 ? null : `{${row.tags.join(',')}}`)),
  ]
  await client.query(
    `insert into enterprises.enterprises (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text,
      name, uscc, status, industry_code, industry_edition, scale, above_scale, registered_address, registered_on, registered_capital,
      legal_representative, tags)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', true, search_text, name, uscc, status, 'C1431', 2017, scale, above, address,
      registered, capital, decode(sealed, 'base64'), tags::text[]
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[], $10::date[],
      $11::numeric[], $12::text[], $13::text[]) as r (id, search_text, name, uscc, status, scale, above, address, registered, capital, sealed, tags)`,
    [zone, ...columns],
  )
  await client.query(
    `insert into records.search (zone, id, grams, sounds) select $1, id, grams::integer[], sounds::integer[]
     from unnest($2::uuid[], $3::text[], $4::text[]) as s (id, grams, sounds)`,
    [
      zone,
      rows.map((row) => row.id),
      entries.map(({ grams }) => `{${grams.join(',')}}`),
      entries.map(({ sounds }) => `{${sounds.join(',')}}`),
    ],
  )
  // The product makes a key with every record of a kind that has personal fields: a record without one counts as erased.
  await client.query(
    `insert into journal.person_keys (zone_id, id, version, created_at, created_by, updated_at, updated_by, key)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', decode(key, 'base64') from unnest($2::uuid[], $3::text[]) as k (id, key)`,
    [zone, rows.map((row) => row.id), rows.map((row) => keyOf(row.id).toString('base64'))],
  )
}

/** The key of a generated person: the same at every run. */
function keyOf(id: string): Buffer {
  return createHash('sha256').update(id).digest()
}

function sealedName({ id }: EnterpriseRow, name: string): string {
  return sealValue({ kind: Enterprise, id, key: keyOf(id) }, 'legalRepresentative', name)
}

/** The indexes of the search are built after the rows, as a restore does. */
export async function afterwards(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('drop index records.search_by_grams, records.search_by_sounds')
  await work()
  await client.query('create index search_by_grams on records.search using gin (grams) with (fastupdate = on)')
  await client.query('create index search_by_sounds on records.search using gin (sounds) with (fastupdate = on)')
  await client.query('vacuum analyze')
}
