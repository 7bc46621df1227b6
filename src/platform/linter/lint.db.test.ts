import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { lintCatalog, listZonedTables } from './lint.ts'
import { rules } from './rules.ts'

let owner: pg.Client

beforeAll(async () => {
  const { ownerUrl } = await freshDatabase()
  owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
})
afterAll(() => owner.end())

const columns = `zone_id uuid not null references zones.zones (id) on delete restrict, id uuid not null, version integer not null,
  created_at timestamptz not null, created_by text not null, updated_at timestamptz not null, updated_by text not null,
  archived_at timestamptz`
const wall = `alter table zones.fault enable row level security; alter table zones.fault force row level security;`
const policy = `create policy zone on zones.fault using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);`
const sound = `create table zones.fault (${columns}, more integer, at timestamptz, primary key (zone_id, id)); ${wall} ${policy}`
const appended = `${sound} alter table zones.fault drop version, drop updated_at, drop updated_by, drop archived_at;
  comment on table zones.fault is 'append-only; app: select, insert';`
const reference = (more: string) => `create table zones.fault (id uuid primary key${more});
  comment on table zones.fault is 'reference';`

/** What the linter finds after the SQL, which is then undone. */
async function faultsAfter(sql: string): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    return (await lintCatalog(owner)).map((fault) => `${fault.rule}: ${fault.object}`)
  } finally {
    await owner.query('rollback')
  }
}

it('finds nothing in the schema of the tree, and sees its zoned tables', async () => {
  expect(await lintCatalog(owner)).toEqual([])
  const zoned = [
    { name: 'records.search', zone: 'zone' },
    { name: 'zones.calendar_days', zone: 'zone_id' },
    { name: 'zones.settings', zone: 'zone_id' },
  ]
  expect(await listZonedTables(owner)).toEqual(expect.arrayContaining(zoned))
})

it('finds nothing in a sound new table, zoned, append-only or reference', async () => {
  expect(await faultsAfter(sound)).toEqual([])
  expect(await faultsAfter(appended)).toEqual([])
  expect(await faultsAfter(reference(`, zone uuid references zones.zones (id) on delete restrict`))).toEqual([])
})

const planted: [rule: string, object: string, sql: string][] = [
  [
    'key_without_zone',
    'zones.fault zones.fault_pkey',
    `create table zones.fault (${columns}, primary key (id)); ${wall} ${policy}`,
  ],
  ['key_without_zone', 'zones.fault zones.fault_more_key', `${sound} alter table zones.fault add unique (more);`],
  [
    'key_without_zone',
    'zones.fault zones.by_expression',
    `${sound} create unique index by_expression on zones.fault (lower(created_by));`,
  ],
  ['no_primary_key', 'zones.fault', `create table zones.fault (${columns}); ${wall} ${policy}`],
  [
    'foreign_key_without_zone',
    'zones.fault fault_to',
    `${sound} alter table zones.fault add other uuid, add constraint fault_to foreign key (other, zone_id) references zones.settings (id, zone_id) on delete restrict;`,
  ],
  [
    'reference_points_at_zone',
    'zones.fault fault_to',
    reference(
      `, zone uuid, constraint fault_to foreign key (zone, id) references zones.settings (zone_id, id) on delete restrict`,
    ),
  ],
  [
    'foreign_key_action',
    'zones.fault fault_to',
    `${sound} alter table zones.fault add constraint fault_to foreign key (zone_id, id) references zones.settings (zone_id, id) on delete set null;`,
  ],
  [
    'foreign_key_action',
    'zones.fault fault_to',
    reference(`, zone uuid constraint fault_to references zones.zones (id)`),
  ],
  ['row_security_off', 'zones.fault', `${sound} alter table zones.fault disable row level security;`],
  ['row_security_off', 'zones.fault', `${sound} alter table zones.fault no force row level security;`],
  ['no_policy', 'zones.fault', `${sound} drop policy zone on zones.fault;`],
  ['policy_without_zone', 'zones.fault open', `${sound} create policy open on zones.fault using (true);`],
  [
    'policy_without_zone',
    'zones.fault wide',
    `${sound} create policy wide on zones.fault using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid or more = 1);`,
  ],
  [
    'policy_without_zone',
    'zones.fault lax',
    `${sound} create policy lax on zones.fault using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid) with check (true);`,
  ],
  [
    'definer_function',
    'zones.raise()',
    `create function zones.raise() returns int language sql security definer as 'select 1';`,
  ],
  ['view_of_owner', 'zones.peek', 'create view zones.peek as select * from zones.settings;'],
  ['view_of_owner', 'zones.copy', 'create materialized view zones.copy as select * from zones.settings;'],
  [
    'trigger',
    'zones.zones stamp',
    `create function zones.stamp() returns trigger language plpgsql as 'begin return new; end';
     create trigger stamp before update on zones.zones for each row execute function zones.stamp();`,
  ],
  ['trigger', 'zones.zones quiet', 'create rule quiet as on delete to zones.zones do instead nothing;'],
  ['default_not_constant', 'zones.fault.at', `${sound} alter table zones.fault alter at set default now();`],
  [
    'default_not_constant',
    'zones.fault.at',
    `${sound} alter table zones.fault alter at set default current_timestamp;`,
  ],
  [
    'default_not_constant',
    'zones.fault.id',
    `${sound} alter table zones.fault alter id set default gen_random_uuid();`,
  ],
  [
    'default_not_constant',
    'zones.fault.serial',
    `${sound} alter table zones.fault add serial integer generated always as identity;`,
  ],
  ['table_undeclared', 'zones.fault', 'create table zones.fault (id uuid primary key);'],
  ['standard_column', 'zones.fault.version', `${sound} alter table zones.fault drop version;`],
  ['standard_column', 'zones.fault.id', `${sound} alter table zones.fault alter id type text;`],
  ['standard_column', 'zones.fault.created_by', `${appended} alter table zones.fault drop created_by;`],
  ['append_only_changed', 'zones.fault', `${appended} create role meddler; grant update on zones.fault to meddler;`],
  ['append_only_changed', 'zones.fault', `${appended} comment on table zones.fault is 'append-only';`],
  ['time_without_zone', 'zones.fault.local', reference(', local timestamp')],
  ['public_grant', 'zones.settings', 'grant select on zones.settings to public;'],
  ['role_too_strong', 'too_strong', 'create role too_strong bypassrls; grant select on zones.settings to too_strong;'],
  [
    'role_too_strong',
    'too_close',
    'create role too_close; grant select on zones.settings to too_close; do $$ begin execute format($q$grant %I to too_close$q$, current_user); end $$;',
  ],
]

it.each(planted)('finds the planted fault %s at %s', async (rule, object, sql) => {
  expect(await faultsAfter(sql)).toEqual([`${rule}: ${object}`])
})

it('has a planted fault for every rule', () => {
  expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual(rules.map((rule) => rule.code).sort())
})
