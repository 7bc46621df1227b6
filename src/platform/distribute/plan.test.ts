import { expect, it } from 'vitest'
import type { Catalog, KnownTable } from './catalog.ts'
import { distribution } from './plan.ts'

function table(name: string, zone: string | null, more: Partial<KnownTable> = {}): KnownTable {
  const columns = zone === null ? ['id'] : [zone, 'id']
  return { name, zone, keys: [{ name: `${name}_pkey`, columns }], kept: null, ...more }
}

const toZone = 'FOREIGN KEY (zone_id) REFERENCES zones.zones(id) ON DELETE RESTRICT'
const toCase = 'FOREIGN KEY (zone_id, case_id) REFERENCES cases.cases(zone_id, id) ON DELETE RESTRICT'
const catalog: Catalog = {
  database: 'luodi',
  propagates: false,
  tables: [
    table('cases.actions', 'zone_id'),
    table('cases.cases', 'zone_id'),
    table('records.search', 'zone'),
    table('zones.zones', null),
  ],
  foreignKeys: [
    { name: 'actions_case', from: 'cases.actions', to: 'cases.cases', definition: toCase },
    { name: 'cases_zone', from: 'cases.cases', to: 'zones.zones', definition: toZone },
  ],
}

it('takes foreign keys off, copies national tables, spreads those of zones together, and puts the keys back', () => {
  expect(distribution(catalog)).toEqual([
    "alter database luodi set citus.propagate_set_commands = 'local'",
    "set local citus.multi_shard_modify_mode = 'sequential'",
    'alter table cases.actions drop constraint actions_case',
    'alter table cases.cases drop constraint cases_zone',
    "select create_reference_table('zones.zones')",
    "select create_distributed_table('cases.actions', 'zone_id', colocate_with => 'none', shard_count => 32)",
    "select create_distributed_table('cases.cases', 'zone_id', colocate_with => 'cases.actions')",
    "select create_distributed_table('records.search', 'zone', colocate_with => 'cases.actions')",
    `alter table cases.actions add constraint actions_case ${toCase}`,
    `alter table cases.cases add constraint cases_zone ${toZone}`,
  ])
})

it('leaves what is distributed already, and adds what an upgrade has brought to its place', () => {
  const kept = catalog.tables.map((one) => ({ ...one, kept: one.zone === null ? 'reference' : 'distributed' }) as const)
  const done: Catalog = { ...catalog, propagates: true, tables: kept }
  expect(distribution(done)).toEqual([])
  const later = [...kept, table('writs.writs', 'zone_id'), table('matters.versions', null)]
  const key = { name: 'writs_case', from: 'writs.writs', to: 'cases.cases', definition: toCase }
  expect(distribution({ ...done, tables: later, foreignKeys: [...catalog.foreignKeys, key] })).toEqual([
    "set local citus.multi_shard_modify_mode = 'sequential'",
    'alter table writs.writs drop constraint writs_case',
    "select create_reference_table('matters.versions')",
    "select create_distributed_table('writs.writs', 'zone_id', colocate_with => 'cases.actions')",
    `alter table writs.writs add constraint writs_case ${toCase}`,
  ])
})

it('divides the zones into as many shards as it is told', () => {
  expect(distribution(catalog, 8)).toContain(
    "select create_distributed_table('cases.actions', 'zone_id', colocate_with => 'none', shard_count => 8)",
  )
})

it('refuses a key of a zone’s table that a shard cannot watch over, by name', () => {
  const keys = [
    { name: 'cases.cases_pkey', columns: ['zone_id', 'id'] },
    { name: 'cases.by_number', columns: ['number'] },
  ]
  const tables = [table('cases.cases', 'zone_id', { keys })]
  expect(() => distribution({ ...catalog, tables, foreignKeys: [] })).toThrow(/zone: cases\.by_number\./)
})
