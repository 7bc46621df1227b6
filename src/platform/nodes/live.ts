import type pg from 'pg'

/**
 * Each node that runs on a database holds locks of a session there: one from its start, one more while it serves. They end with the node,
 * however it ends, and no table has to be tidied up.
 */
export const startedLock = 1_819_632_746
export const servingLock = 1_819_632_747

/** Numbers of the nodes that hold such a lock on this database now. */
export async function liveNodes(client: pg.ClientBase, lock: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: string }>(
    `select objid::bigint::text as id from pg_locks where locktype = 'advisory' and objsubid = 2 and granted and classid = $1
       and database = (select oid from pg_database where datname = current_database()) order by 1`,
    [lock],
  )
  return rows.map(({ id }) => Number(id))
}
