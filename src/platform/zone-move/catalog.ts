import type pg from 'pg'

/** A table that holds rows of zones, as the database's own catalog tells it. */
export interface MovedTable {
  /** `schema.table`, quoted where needed. */
  readonly name: string
  /** The column with the zone: `zone_id`, or `zone` where a table is only distributed by it. */
  readonly zone: string
  /** Columns of the primary key, in order. */
  readonly key: readonly string[]
  /** Every column but generated ones; of numbers of transactions, which mean nothing elsewhere, null is written. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** One column that points at a table of the whole installation. */
export interface Pointer {
  readonly from: string
  readonly column: string
  readonly to: string
  readonly target: string
  /** Name of the foreign key, quoted where needed. */
  readonly key: string
  readonly nullable: boolean
}

/** The tables of a zone, each after those that it points at. Found, not listed: a new module's come by themselves. */
export async function movedTables(client: pg.ClientBase): Promise<readonly MovedTable[]> {
  const { rows } = await client.query<MovedTable>(`
    select c.oid::regclass::text as name, z.attname::text as zone,
      array(select a.attname::text from pg_index i, unnest(i.indkey::int[]) with ordinality as k(num, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute z on z.attrelid = c.oid and not z.attisdropped and z.attname in ('zone_id', 'zone') and z.atttypid = 'uuid'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`)
  return inOrder(rows, await pointers(client))
}

/** Pointers at tables that come later, where tables point at one another in a circle: they hold when all is there. */
export function closingPointers(tables: readonly MovedTable[], all: readonly Pointer[]): readonly Pointer[] {
  const places = new Map(tables.map(({ name }, place) => [name, place]))
  const placeOf = (name: string) => places.get(name) ?? -1
  return all.filter(({ from, to }) => placeOf(from) >= 0 && placeOf(to) > placeOf(from))
}

/** Every foreign key of one column, or with the zone before it. */
export async function pointers(client: pg.ClientBase): Promise<readonly Pointer[]> {
  const { rows } = await client.query<Pointer>(`
    select k.conrelid::regclass::text as from, k.confrelid::regclass::text as to, a.attname::text as column, b.attname::text as target,
      quote_ident(k.conname) as key, not a.attnotnull as nullable
    from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_upper(k.conkey, 1)]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[array_upper(k.confkey, 1)]
    where k.contype = 'f' and k.conparentid = 0 order by 1, 2, 3`)
  return rows
}

function inOrder(tables: readonly MovedTable[], all: readonly Pointer[]): MovedTable[] {
  const left = new Map(tables.map((table) => [table.name, table]))
  const ordered: MovedTable[] = []
  while (left.size > 0) {
    const waiting = all.filter(({ from, to }) => from !== to && left.has(from) && left.has(to))
    const free = tablesWithout(left, waiting)
    // A department has a head, the head a department: the circle is opened where a row may stand without the other.
    if (free.length === 0)
      free.push(
        ...tablesWithout(
          left,
          waiting.filter(({ nullable }) => !nullable),
        ).slice(0, 1),
      )
    if (free.length === 0) throw new Error(`tables need one another in a circle: ${[...left.keys()].join(', ')}`)
    for (const table of free) left.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}

function tablesWithout(left: ReadonlyMap<string, MovedTable>, waiting: readonly Pointer[]): MovedTable[] {
  const waits = new Set(waiting.map(({ from }) => from))
  return [...left.values()].filter(({ name }) => !waits.has(name))
}
