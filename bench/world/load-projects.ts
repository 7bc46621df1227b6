import type pg from 'pg'
import { project } from '../../src/modules/projects/contract/project.ts'
import { searchEntry } from '../../src/platform/records/search-entry.ts'
import type { ProjectRow, Rows } from '../rivals/rows.ts'
import { loadEnterpriseRows } from './load.ts'

const at = '2026-03-02T01:00:00Z'
const batch = 5_000

/** Fills a zone with enterprises, teams and projects as the product would have written them, search entries and keys included. */
export async function loadWholeProjects(client: pg.Client, zone: string, { enterprises, teams, projects }: Rows) {
  await loadEnterpriseRows(client, zone, enterprises)
  await client.query(
    `insert into organisation.teams (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text, name, kind)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', true, name, name, 'industry' from unnest($2::uuid[], $3::text[]) as r (id, name)`,
    [zone, teams.map(({ id }) => id), teams.map(({ name }) => name)],
  )
  for (let start = 0; start < projects.length; start += batch) {
    await insertBatch(client, zone, projects.slice(start, start + batch))
  }
}

async function insertBatch(client: pg.Client, zone: string, rows: readonly ProjectRow[]) {
  const entries = rows.map(({ name }) => searchEntry(project, zone, { name }))
  await client.query(
    `insert into projects.projects (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text, name, kind,
      industry_code, investment_yuan, signed_on, investor_region, enterprise_id, team_id)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', true, search_text, name, kind, industry, investment, signed_on, region, enterprise, team
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::date[], $9::text[], $10::uuid[], $11::uuid[])
      as r (id, search_text, name, kind, industry, investment, signed_on, region, enterprise, team)`,
    [
      zone,
      rows.map(({ id }) => id),
      entries.map(({ text }) => text),
      rows.map(({ name }) => name),
      rows.map(({ kind }) => kind),
      rows.map(({ industry }) => industry),
      rows.map(({ investment }) => investment),
      rows.map(({ signedOn }) => signedOn),
      rows.map(({ region }) => region),
      rows.map(({ enterprise }) => enterprise.id),
      rows.map(({ team }) => team.id),
    ],
  )
  await client.query(
    `insert into records.search (zone, id, grams, sounds) select $1, id, grams::integer[], sounds::integer[]
     from unnest($2::uuid[], $3::text[], $4::text[]) as s (id, grams, sounds)`,
    [
      zone,
      rows.map(({ id }) => id),
      entries.map(({ grams }) => `{${grams.join(',')}}`),
      entries.map(({ sounds }) => `{${sounds.join(',')}}`),
    ],
  )
}
