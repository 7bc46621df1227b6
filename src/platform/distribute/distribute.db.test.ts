import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { emptyDatabase, freshDatabase } from '../../../test/setup/database.ts'
import { migrate } from '../migrate.ts'
import { type Catalog, readCatalog } from './catalog.ts'
import { distribute, planDistribution } from './distribute.ts'

let client: pg.Client
let catalog: Catalog
let statements: readonly string[]

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await freshDatabase()).ownerUrl })
  await client.connect()
  catalog = await readCatalog(client)
  statements = await planDistribution(client)
})
afterAll(() => client?.end())

/** Every table that any of our migrations has made, asked in another way than the plan does. */
async function allTables(): Promise<{ name: string; zoned: boolean }[]> {
  const { rows } = await client.query<{ name: string; zoned: boolean }>(
    `select quote_ident(t.table_schema) || '.' || quote_ident(t.table_name) as name, exists (select from information_schema.columns c
       where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'zone_id') as zoned
     from information_schema.tables t where t.table_type = 'BASE TABLE'
       and t.table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  return rows
}

const places = (pattern: RegExp) => statements.flatMap((statement, at) => (pattern.test(statement) ? [at] : []))

describe('the plan over the schema of the tree', () => {
  it('has every table once: national ones copied, those of zones spread by the zone', async () => {
    const tables = await allTables()
    expect(tables.length).toBeGreaterThan(120)
    const copied = statements.flatMap((one) => /^select create_reference_table\('(.+)'\)$/.exec(one)?.[1] ?? [])
    const spread = statements.flatMap((one) => /^select create_distributed_table\('(.+?)', /.exec(one)?.[1] ?? [])
    const zoned = tables.filter((table) => table.zoned).map(({ name }) => name)
    expect(spread.filter((name) => name !== 'records.search').sort()).toEqual(zoned.sort())
    expect(spread).toContain('records.search')
    expect([...copied, ...spread].sort()).toEqual(tables.map(({ name }) => name).sort())
  })

  it('lets all of a zone lie together: one table says where, every other goes along', () => {
    const spread = statements.filter((one) => one.includes('create_distributed_table'))
    const [anchor, ...others] = spread
    expect(anchor).toMatch(/colocate_with => 'none', shard_count => 32\)$/)
    const name = /'(.+?)'/.exec(anchor ?? '')?.[1]
    expect(others.filter((one) => !one.endsWith(`colocate_with => '${name}')`))).toEqual([])
  })

  it('takes every foreign key off before a table moves, and puts back exactly the same afterwards', async () => {
    const [off, move, back] = [places(/ drop constraint /), places(/^select create_/), places(/ add constraint /)]
    expect(Math.max(...off)).toBeLessThan(Math.min(...move))
    expect(Math.max(...move)).toBeLessThan(Math.min(...back))
    const { rows } = await client.query<{ name: string }>(
      `select conrelid::regclass || ' ' || quote_ident(conname) as name from pg_constraint where contype = 'f' order by 1`,
    )
    const named = (at: readonly number[]) =>
      at.map((i) =>
        /^alter table (\S+) (?:drop|add) constraint (\S+)/
          .exec(statements[i] ?? '')
          ?.slice(1)
          .join(' '),
      )
    expect(named(off).sort()).toEqual(rows.map(({ name }) => name).sort())
    expect(named(back)).toEqual(named(off))
  })

  it('uses nothing that Citus refuses between spread tables: keys without the zone, actions that set null, triggers', async () => {
    const zones = new Map(catalog.tables.map(({ name, zone }) => [name, zone]))
    const firstOf = (list: string | undefined) => list?.split(', ')[0]
    const wrong = catalog.foreignKeys.filter(({ from, to, definition }) => {
      const [, own, there] = /^FOREIGN KEY \((.+?)\) REFERENCES \S+?\((.+?)\)/.exec(definition) ?? []
      if (/SET (NULL|DEFAULT)|ON UPDATE|NOT VALID/.test(definition) || !own) return true
      const [mine, theirs] = [zones.get(from), zones.get(to)]
      if (theirs === null) return false
      return mine === null || firstOf(own) !== mine || firstOf(there) !== theirs
    })
    expect(wrong).toEqual([])
    const keys = catalog.tables.flatMap(({ zone, keys: all }) =>
      zone === null ? [] : all.map((key) => ({ zone, ...key })),
    )
    expect(keys.length).toBeGreaterThan(120)
    expect(keys.filter(({ zone, columns }) => columns[0] !== zone)).toEqual([])
    const { rows } = await client.query(
      `select tgname from pg_trigger where not tgisinternal union all select relname from pg_class where relkind in ('m', 'S')
         and relnamespace::regnamespace::text !~ '^pg_'`,
    )
    expect(rows).toEqual([])
  })

  it('is the same when it is asked again, and nothing has been changed by asking', async () => {
    expect(await planDistribution(client)).toEqual(statements)
    expect(await readCatalog(client)).toEqual(catalog)
  })

  it('is one that PostgreSQL takes but for what only Citus knows: foreign keys come back as they were', async () => {
    await client.query('begin')
    for (const statement of statements) if (statement.startsWith('alter table')) await client.query(statement)
    expect(await readCatalog(client)).toEqual(catalog)
    await client.query('rollback')
  })
})

describe('it is refused', () => {
  it('on a database without Citus, in one sentence that says what to do', async () => {
    await expect(distribute(client)).rejects.toMatchObject({ code: 'distribute.no_citus' })
    expect(await readCatalog(client)).toEqual(catalog)
  })

  it('where the linter finds a table that cannot be spread, by name', async () => {
    await client.query('begin')
    await client.query('create unique index by_name on enterprises.enterprises (name)')
    await expect(planDistribution(client)).rejects.toThrow(/enterprises\.by_name \(key_without_zone\)/)
    await client.query('rollback')
  })

  it('where a key of the index of names would not hold its zone, which the linter leaves alone', async () => {
    await client.query('begin')
    await client.query('create unique index once on records.search (id)')
    await expect(planDistribution(client)).rejects.toThrow(/zone: records\.once\./)
    await client.query('rollback')
  })
})

const citus = process.env.CITUS_URL

/** CITUS_URL: an empty database with the extension whose owner may make tables. Its schemas are left behind. */
test.skipIf(!citus)(
  citus
    ? 'on a real Citus the schema is spread, and a second time there is nothing to do'
    : 'on a real Citus the schema is spread — skipped: CITUS_URL names no database',
  async () => {
    await migrate(citus ?? '')
    const real = new pg.Client({ connectionString: citus ?? '' })
    await real.connect()
    try {
      expect((await distribute(real)).length).toBeGreaterThan(0)
      expect(await distribute(real)).toEqual([])
      const { rows } = await real.query(
        `select count(distinct colocation_id)::int as places from citus_tables where citus_table_type = 'distributed'`,
      )
      expect(rows).toEqual([{ places: 1 }])
    } finally {
      await real.end()
    }
  },
  600_000,
)

it('has nothing to do on a database without tables but to set how contexts travel', async () => {
  const empty = new pg.Client({ connectionString: await emptyDatabase() })
  await empty.connect()
  try {
    const found = await planDistribution(empty)
    expect(found).toEqual([expect.stringMatching(/^alter database \w+ set citus\.propagate_set_commands = 'local'$/)])
  } finally {
    await empty.end()
  }
})
