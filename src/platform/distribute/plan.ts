import { Problem } from '../../kernel/problem.ts'
import type { Catalog, ForeignKey, KnownTable } from './catalog.ts'

/** Citus's own default. A zone is never split: more shards than zones are only empty tables. */
const usualShards = 32

/**
 * What turns a migrated database into one that Citus distributes by the zone, in order: the foreign keys of the tables that move are taken off,
 * tables of the whole installation are copied to every worker, those of zones are spread so that one zone's rows of all tables lie together,
 * and the foreign keys are put back. All of it belongs in one transaction. Empty when nothing is left to do.
 */
export function distribution(catalog: Catalog, shards: number = usualShards): readonly string[] {
  const { database, tables, foreignKeys, propagates } = catalog
  refuseKeysWithoutZone(tables)
  const moving = tables.filter(({ kept }) => kept === null)
  const names = new Set(moving.map(({ name }) => name))
  const loose = foreignKeys.filter(({ from, to }) => names.has(from) || names.has(to))
  const setting = `alter database ${database} set citus.propagate_set_commands = 'local'`
  return [
    ...(propagates ? [] : [setting]),
    // Copies and spread tables are changed in one transaction: over one connection for each worker.
    ...(moving.length > 0 ? [`set local citus.multi_shard_modify_mode = 'sequential'`] : []),
    ...loose.map(({ from, name }) => `alter table ${from} drop constraint ${name}`),
    ...moving.filter(({ zone }) => zone === null).map(({ name }) => `select create_reference_table('${name}')`),
    ...spread(tables, shards),
    ...loose.map(addAgain),
  ]
}

/** The first table that is spread decides where each zone lies; all others go along with it. */
function spread(tables: readonly KnownTable[], shards: number): string[] {
  const zoned = tables.filter(({ zone }) => zone !== null)
  const anchor = zoned.find(({ kept }) => kept === 'distributed') ?? zoned[0]
  const moving = zoned.filter(({ kept }) => kept === null)
  return [...moving.filter((table) => table === anchor), ...moving.filter((table) => table !== anchor)].map((table) => {
    const where =
      table === anchor ? `colocate_with => 'none', shard_count => ${shards}` : `colocate_with => '${anchor?.name}'`
    return `select create_distributed_table('${table.name}', '${table.zone}', ${where})`
  })
}

function addAgain({ from, name, definition }: ForeignKey): string {
  return `alter table ${from} add constraint ${name} ${definition}`
}

/** A shard can only promise what it can see: a key of a spread table holds the zone. */
function refuseKeysWithoutZone(tables: readonly KnownTable[]): void {
  const found = tables.flatMap(({ zone, keys }) =>
    zone === null ? [] : keys.filter(({ columns }) => !columns.includes(zone)).map(({ name }) => name),
  )
  if (found.length === 0) return
  throw notDistributable(found.join(', '))
}

/** A refusal that names what stands against it. */
export function notDistributable(what: string): Problem {
  return new Problem('conflict', 'distribute.not_possible', {
    zh: `这些对象不符合按开发区分布的规则：${what}。`,
    en: `These cannot be distributed by the zone: ${what}.`,
  })
}
