import { expect, it } from 'vitest'
import { statementFaults } from './statements.ts'

const zoned = [
  { name: 'zones.settings', zone: 'zone_id' },
  { name: 'zones.calendar_days', zone: 'zone_id' },
  { name: 'records.search', zone: 'zone' },
]

it.each([
  'select * from "zones"."settings" where "zone_id" = $1 and "archived_at" is null',
  'insert into "zones"."settings" ("zone_id", "id") values ($1, $2) on conflict ("zone_id") do update set "version" = $3',
  'update "zones"."settings" set "version" = $1 where "zone_id" = $2',
  'select s.id from zones.settings as s join zones.calendar_days as d on d.zone_id = s.zone_id where s.zone_id = $1',
  'select s.id from records.search s join zones.settings t on t.zone_id = s.zone and t.id = s.id where s.zone = $1 and t.zone_id = $1',
  'with old as (select id from zones.settings where zone_id = $1) update zones.settings s set version = 2 from old where s.zone_id = $1',
  'select null::zones.settings, (select max(at) from zones.calendar_days d where d.zone_id = $1) from zones.settings s where s.zone_id = $1',
  'select * from "zones"."zones"',
  'select now()',
  "set local luodi.zone_id = '…'",
])('lets pass: %s', (sql) => {
  expect(statementFaults(sql, zoned)).toEqual([])
})

it.each([
  'select * from "zones"."settings" where "id" = $1',
  'select "zone_id" from "zones"."settings"',
  'insert into "zones"."settings" ("id") values ($1)',
  'update "zones"."settings" set "version" = $1 where "id" = $2',
  'delete from zones.settings where id = $1',
  'select s.id from zones.settings as s join zones.calendar_days as d on d.id = s.id where s.zone_id = $1',
  'select s.id from zones.zones as z, zones.settings as s where s.id = z.id',
  'select s.id from (zones.settings s cross join zones.zones z)',
  'delete from zones.zones z using zones.settings s where s.id = z.id',
  'insert into zones.settings(id) values ($1)',
])('finds the missing zone: %s', (sql) => {
  expect(statementFaults(sql, zoned)).toEqual([expect.stringContaining('no zone_id for zones.settings')])
})

it('finds the table without a zone among others that are told twice', () => {
  const sql =
    'select s.id from zones.settings s join zones.calendar_days d on d.id = s.id where s.zone_id = $1 and s.zone_id = $2'
  expect(statementFaults(sql, zoned)).toEqual([expect.stringContaining('no zone_id for zones.calendar_days:')])
})

it('finds the index of names asked without its zone, which no row security would hold back', () => {
  expect(statementFaults('select id from records.search where grams @> $1', zoned)).toEqual([
    expect.stringContaining('no zone_id for records.search'),
  ])
})

it.each([
  'update "zones"."settings" set "updated_at" = now() where "zone_id" = $1',
  'insert into "zones"."zones" ("id") values ($1) on conflict ("code") do update set "id" = gen_random_uuid()',
])('finds the volatile function: %s', (sql) => {
  expect(statementFaults(sql, zoned)).toEqual([expect.stringContaining('volatile function')])
})
