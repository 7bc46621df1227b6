import type pg from 'pg'

/** A table as it matters for distribution; names are `schema.table`, quoted where needed. */
export interface KnownTable {
  readonly name: string
  /** Column by which its rows belong to a zone; null of a table of the whole installation. */
  readonly zone: string | null
  /** Unique and exclusion keys, primary ones too, with their columns in order. */
  readonly keys: readonly { readonly name: string; readonly columns: readonly string[] }[]
  /** How Citus keeps it already; null: as PostgreSQL itself does. */
  readonly kept: 'distributed' | 'reference' | null
}

export interface ForeignKey {
  readonly name: string
  readonly from: string
  readonly to: string
  /** As `alter table … add constraint …` takes it. */
  readonly definition: string
}

export interface Catalog {
  readonly database: string
  readonly tables: readonly KnownTable[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Whether connections already hand the zone's context on to where a zone's rows are. */
  readonly propagates: boolean
}

const ours = `c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** What the database's own catalog says: a new module's tables come by themselves. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const kept = (await hasCitus(client))
    ? `(select case p.partmethod when 'h' then 'distributed' when 'n' then 'reference' end from pg_dist_partition p where p.logicalrelid = c.oid)`
    : 'null::text'
  const tables = await client.query<KnownTable>(`
    select c.oid::regclass::text as name, ${kept} as kept,
      coalesce((select 'zone_id' from pg_attribute a where a.attrelid = c.oid and a.attname = 'zone_id' and not a.attisdropped),
        substring(obj_description(c.oid, 'pg_class') from '^reference: distributed by (\\w+)')) as zone,
      coalesce((select json_agg(json_build_object('name', i.indexrelid::regclass::text, 'columns', array(
          select coalesce(a.attname::text, '') from unnest(i.indkey::int[]) with ordinality as k (num, place)
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num order by k.place)) order by i.indexrelid)
        from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)), '[]') as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`)
  const foreignKeys = await client.query<ForeignKey>(`
    select quote_ident(k.conname) as name, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours} order by 2, 1`)
  const { rows } = await client.query<{ database: string; propagates: boolean }>(`
    select quote_ident(current_database()) as database, coalesce((select bool_or(s.setconfig @> array['citus.propagate_set_commands=local'])
      from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
      where d.datname = current_database() and s.setrole = 0), false) as propagates`)
  const [about = { database: '', propagates: false }] = rows
  return { ...about, tables: tables.rows, foreignKeys: foreignKeys.rows }
}

export async function hasCitus(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_extension where extname = 'citus'`)
  return rowCount === 1
}
