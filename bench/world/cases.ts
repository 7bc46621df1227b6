import { readFile } from 'node:fs/promises'
import type pg from 'pg'

export interface CaseFilling {
  readonly zone: string
  readonly count: number
  /** Handles one of twenty of the open cases, and has done a hundredth of all that was done. */
  readonly officer: string
  /** `YYYY-MM-DD`: the day on which the inbox is read. */
  readonly today: string
}

/** SQL of an id made from a text: the same at every run, and one that endpoints take (RFC 9562, version 8). */
const idOf = (text: string) =>
  `overlay(overlay(md5(${text}) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`

const caseId = idOf(`'case ' || n`)
const projectId = idOf(`'project ' || n`)
const enterpriseId = idOf(`'enterprise ' || n`)
const stamp = `'2026-03-02T01:00:00Z', 'system'`

/**
 * Cases with papers, clocks and actions, twenty to a project, each project with the facts of a food factory, so that what is late asks its
 * plan: every tenth case is open, received within the last twelve days, of several officers.
 */
export async function loadCases(client: pg.Client, filling: CaseFilling): Promise<void> {
  await loadGround(client, filling)
  const { zone, count, officer, today } = filling
  const handler = `case when n % 200 = 0 then $3::uuid else ${idOf(`'officer ' || n % 97`)} end`
  await client.query(
    `insert into cases.cases (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, project_id, enterprise_id,
      catalogue_version_id, matter, matter_name_zh, matter_name_en, department, statutory_days, statutory_unit, promised_days, promised_unit,
      state, open, handler_id, handler_name, received_on, accepted_on, decided_on, issued_on, last_on)
    select $1, ${caseId}, 2, ${stamp}, ${stamp}, true, ${idOf(`'project ' || n / 20`)}, ${idOf(`'enterprise ' || n / 20`)},
      (select id from matters.catalogue_versions limit 1), ($5::text[])[1 + n % 20], '示例事项', 'Sample matter', '示例部门', 20, 'workday', 7, 'workday',
      case when n % 10 = 0 then 'accepted' else 'passed' end, n % 10 = 0, ${handler}, '示例人员', received, received,
      case when n % 10 = 0 then null else received + 3 end, case when n % 10 = 0 then null else received + 3 end, received
    from (select n, case when n % 10 = 0 then $4::date - (n / 10 % 13) else $4::date - 30 - n % 700 end as received
      from generate_series(0, $2::integer - 1) n) c`,
    [zone, count, officer, today, await matterCodes()],
  )
  await loadFacts(client, filling)
}

/** What an action without anything of its own keeps. */
const nothingMore = JSON.stringify({
  ...{ remedies: null, opinion: null, result: null, promisedDays: null, notice: null },
  ...{ papers: [], countsFrom: null, opening: null },
})

/** Papers, ledgers and actions. */
async function loadFacts(client: pg.Client, { zone, count, officer }: CaseFilling): Promise<void> {
  const of = `from (select n, c.id as case_id, c.received_on, c.decided_on from generate_series(0, $2::integer - 1) n
    join cases.cases c on c.zone_id = $1 and c.id = ${caseId}) c`
  await client.query(
    `insert into cases.papers (zone_id, id, version, created_at, created_by, updated_at, updated_by, case_id, ordinal, ref, name_zh, name_en,
      treatment, status)
    select $1, ${idOf(`'paper ' || p || ' ' || n`)}, 1, ${stamp}, ${stamp}, case_id, p, 'paper-' || p, '示例材料', 'Sample paper', 'hard', 'accepted'
    ${of} cross join generate_series(1, 4) p`,
    [zone, count],
  )
  await client.query(
    `insert into cases.clock_entries (zone_id, id, created_at, created_by, case_id, ordinal, clock, ref, kind, on_day, budget_days, budget_unit)
    select $1, ${idOf(`'entry ' || o || ' ' || n`)}, ${stamp}, case_id, o, clock, '', kind, case when o < 5 then received_on else decided_on end,
      days, case when days is not null then 'workday' end
    ${of} cross join (values (1, 'receipt', 'started', 5), (2, 'receipt', 'ended', null), (3, 'statutory', 'started', 20),
      (4, 'promised', 'started', 7), (5, 'statutory', 'ended', null), (6, 'promised', 'ended', null)) as e (o, clock, kind, days)
    where o < 5 or decided_on is not null`,
    [zone, count],
  )
  await client.query(
    `insert into cases.actions (zone_id, id, created_at, created_by, case_id, ordinal, verb, from_state, to_state, happened_on, actor_id,
      actor_name, detail)
    select $1, ${idOf(`'action ' || o || ' ' || n`)}, received_on::timestamptz + n % 86400 * interval '1 second', 'system', case_id, o, verb,
      from_state, to_state, received_on, case when o = 2 and n % 100 = 0 then $3::uuid end, '示例人员', $4::jsonb
    ${of} cross join (values (1, 'submit', null, 'received'), (2, 'accept', 'received', 'accepted')) as a (o, verb, from_state, to_state)`,
    [zone, count, officer, nothingMore],
  )
}

/** Enterprises, projects and what their plans are computed from. */
async function loadGround(client: pg.Client, { zone, count }: CaseFilling): Promise<void> {
  const projects = Math.ceil(count / 20)
  const rows = 'from generate_series(0, $2::integer - 1) n'
  const head = 'zone_id, id, version, created_at, created_by, updated_at, updated_by'
  const named = `'年产示例项目 ' || n, '年产示例项目 ' || n`
  await client.query(
    `insert into enterprises.enterprises (${head}, sample, search_text, name, status)
    select $1, ${enterpriseId}, 1, ${stamp}, ${stamp}, true, ${named}, 'building' ${rows}`,
    [zone, projects],
  )
  await client.query(
    `insert into projects.projects (${head}, sample, search_text, name, kind, enterprise_id)
    select $1, ${projectId}, 1, ${stamp}, ${stamp}, true, ${named}, 'industrial', ${enterpriseId} ${rows}`,
    [zone, projects],
  )
  await client.query(
    `insert into projects.bases (${head}, catalogue_version_id, facts, start_on)
    select $1, ${projectId}, 1, ${stamp}, ${stamp}, (select id from matters.catalogue_versions limit 1), $3, '2026-03-02' ${rows}`,
    [zone, projects, JSON.stringify(await factsOfFoodFactory())],
  )
}

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../data/catalogue/${file}`, import.meta.url), 'utf8'))
}

/** Twenty matters of the catalogue. */
async function matterCodes(): Promise<readonly string[]> {
  const { matters } = (await read('matters.json')) as { matters: { code: string }[] }
  return matters.slice(0, 20).map(({ code }) => code)
}

async function factsOfFoodFactory(): Promise<unknown> {
  const found = ((await read('projects.json')) as { code: string; facts: unknown }[]).find(
    ({ code }) => code === 'food-factory',
  )
  if (!found) throw new Error('the food factory is gone from the data')
  return found.facts
}
