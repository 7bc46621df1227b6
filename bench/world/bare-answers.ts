import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from '../../src/kernel/ids.ts'
import { gramsOf, searchText } from '../../src/platform/records/search.ts'
import { oneStatement, severalStatements } from './bare-decide.ts'

type Answer = (pool: pg.Pool, query: URLSearchParams, body: Record<string, unknown>) => Promise<string>

const mask = `case when legal_representative is null then null else left(legal_representative, 1) || '*' end`
const middle = `name, uscc, status, industry_code as "industryCode", industry_edition as "industryEdition", scale,
  above_scale as "aboveScale", registered_address as "registeredAddress", registered_on as "registeredOn"`
const end = `${mask} as "legalRepresentative", tags, note, '{}'::json as names`

/** As pg reads it: dates become objects and the whole JSON again. */
const fields = `id, version, created_at as "createdAt", created_by as "createdBy", updated_at as "updatedAt", updated_by as "updatedBy",
  archived_at as "archivedAt", sample, ${middle}, registered_capital as "registeredCapital", ${end}`

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** As JSON that PostgreSQL builds and the server passes on. */
const jsonFields = `id, version, ${moment('created_at')} as "createdAt", created_by as "createdBy", ${moment('updated_at')} as "updatedAt",
  updated_by as "updatedBy", ${moment('archived_at')} as "archivedAt", sample, ${middle}, registered_capital::text as "registeredCapital", ${end}`

const one = 'from bare.enterprises where zone_id = $1 and id = $2'
const page = `from bare.enterprises where zone_id = $1 and archived_at is null and (name, id) > ($2, $3) order by name, id limit 51`

async function item(pool: pg.Pool, query: URLSearchParams): Promise<string> {
  const { rows } = await pool.query(`select ${fields} ${one}`, [query.get('zone'), query.get('id')])
  return JSON.stringify(rows[0])
}

async function itemJson(pool: pg.Pool, query: URLSearchParams): Promise<string> {
  const text = `select row_to_json(r)::text as row from (select ${jsonFields} ${one}) r`
  const { rows } = await pool.query<{ row: string }>({
    name: 'item',
    text,
    values: [query.get('zone'), query.get('id')],
  })
  return rows[0]?.row ?? 'null'
}

const cursor = (query: URLSearchParams) => [query.get('zone'), query.get('name'), query.get('id')]

async function list(pool: pg.Pool, query: URLSearchParams): Promise<string> {
  const { rows } = await pool.query<{ id: string; name: string }>(`select ${fields} ${page}`, cursor(query))
  const last = rows.length > 50 ? rows[49] : undefined
  return JSON.stringify({ rows: rows.slice(0, 50), next: last ? [last.name, last.id] : null })
}

async function listJson(pool: pg.Pool, query: URLSearchParams): Promise<string> {
  const text = `select coalesce(json_agg(r), '[]')::text as rows, count(*)::integer as found from (select ${jsonFields} ${page.replace('51', '50')}) r`
  const { rows } = await pool.query<{ rows: string }>({ name: 'list', text, values: cursor(query) })
  return `{"rows":${rows[0]?.rows}}`
}

const inserted = `insert into bare.enterprises (zone_id, id, version, created_at, created_by, updated_at, updated_by, search_text, name, uscc,
  status, legal_representative) values ($1, $2, 1, $3, 'bare', $3, 'bare', $4, $5, $6, $7, $8)`

interface NewRow {
  readonly id: string
  readonly text: string
  readonly values: readonly unknown[]
}

function newRow(query: URLSearchParams, { name, uscc, status, legalRepresentative }: Record<string, unknown>): NewRow {
  const now = new Date()
  const id = uuidv7(now.getTime(), randomBytes(10))
  const text = searchText([String(name), String(uscc)])
  return { id, text, values: [query.get('zone'), id, now, text, name, uscc, status, legalRepresentative ?? null] }
}

async function create(pool: pg.Pool, query: URLSearchParams, body: Record<string, unknown>): Promise<string> {
  const { values } = newRow(query, body)
  const { rows } = await pool.query(`${inserted} returning ${fields}`, [...values])
  return JSON.stringify({ record: rows[0], warnings: [] })
}

/** The row, the event that tells of it and the entry by which it is found: what the product writes, in one statement. */
async function createAll(pool: pg.Pool, query: URLSearchParams, body: Record<string, unknown>): Promise<string> {
  const { id, text, values } = newRow(query, body)
  const { rows } = await pool.query(
    `with event as (insert into bare.events (zone_id, id, created_at, created_by, happened_at, actor_name, request_id, subject_kind,
      subject_id, action, after) values ($1, $9, $3, 'bare', $3, 'bare', $10, 'enterprises.enterprise', $2, 'create', $11)),
    search as (insert into bare.search (zone, id, grams) values ($1, $2, $12::integer[])),
    t as (${inserted} returning *) select ${fields} from t`,
    [
      ...values,
      uuidv7(Date.now(), randomBytes(10)),
      id,
      JSON.stringify(body),
      gramsOf(text, String(query.get('zone'))),
    ],
  )
  return JSON.stringify({ record: rows[0], warnings: [] })
}

/** By path. */
export const answers: Readonly<Record<string, Answer>> = {
  '/item': item,
  '/item-json': itemJson,
  '/list': list,
  '/list-json': listJson,
  '/create': create,
  '/create-all': createAll,
  '/decide': (pool, _query, body) => oneStatement(pool, body),
  '/decide-steps': (pool, _query, body) => severalStatements(pool, body),
}
