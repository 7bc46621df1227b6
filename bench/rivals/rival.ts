import type pg from 'pg'
import type { Asked } from '../world/client.ts'
import type { ProjectRow, Rows } from './rows.ts'

/** Who is measured, signed in, with the projects, their enterprises and teams in tables of its own. */
export interface Rival {
  readonly name: string
  readonly url: string
  readonly pid: number
  readonly headers: Readonly<Record<string, string>>
  /** One project with the names of its enterprise and its team. */
  readonly item: (row: ProjectRow) => Asked
  /** Fifty of them by name and id: the page of this number from 1, which begins behind this row. */
  readonly list: (page: number, behind: ProjectRow | undefined) => Asked
  /** A new project like this one, under another name. */
  readonly create: (like: ProjectRow, name: string) => Asked
  /** An update, of which whatever history is kept by default is kept. */
  readonly update: (row: ProjectRow, region: string) => Asked
  /** Of an answer to `item` or `list`: name, enterprise and team, as `told` says it. */
  readonly toldOf: (answer: unknown) => readonly string[]
  readonly stop: () => Promise<void>
}

const atOnce = 20_000

/** Fills the peer's own tables, with the indexes that its list, its references and the codes of enterprises need. */
export async function fill(client: pg.Client, { enterprises, teams, projects }: Rows): Promise<void> {
  await client.query(
    'insert into teams (id, name) select id, name from unnest($1::uuid[], $2::text[]) as r (id, name)',
    [teams.map(({ id }) => id), teams.map(({ name }) => name)],
  )
  for (const rows of batches(enterprises)) {
    await client.query(
      'insert into enterprises (id, name, uscc, status) select id, name, uscc, status from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as r (id, name, uscc, status)',
      [
        rows.map((row) => row.id),
        rows.map((row) => row.name),
        rows.map((row) => row.uscc),
        rows.map((row) => row.status),
      ],
    )
  }
  for (const rows of batches(projects)) {
    await client.query(
      `insert into projects (id, name, kind, industry_code, investment, signed_on, region, stage, condition, enterprise_id, team_id)
      select id, name, kind, industry, investment, signed_on, region, 'lead', 'active', enterprise, team
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::numeric[], $6::date[], $7::text[], $8::uuid[], $9::uuid[])
        as r (id, name, kind, industry, investment, signed_on, region, enterprise, team)`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.name),
        rows.map((row) => row.kind),
        rows.map((row) => row.industry),
        rows.map((row) => row.investment),
        rows.map((row) => row.signedOn),
        rows.map((row) => row.region),
        rows.map((row) => row.enterprise.id),
        rows.map((row) => row.team.id),
      ],
    )
  }
  await client.query('create index on projects (name, id)')
  await client.query('create index on projects (enterprise_id)')
  await client.query('create index on enterprises (uscc)')
  await client.query('vacuum analyze')
}

function batches<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, i) => rows.slice(i * atOnce, (i + 1) * atOnce))
}

/** Fields of a new project as the peers' tables have them. */
export function peerProject(like: ProjectRow, name: string) {
  const { id: _id, industry, signedOn, investment, enterprise, team, ...rest } = like
  const refs = { enterprise_id: enterprise.id, team_id: team.id }
  return {
    ...rest,
    name,
    industry_code: industry,
    signed_on: signedOn,
    investment,
    stage: 'lead',
    condition: 'active',
    ...refs,
  }
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
