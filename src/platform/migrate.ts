import pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import { findMigrations, type Migration, refused } from './migration-files.ts'
import { refuseWhileServed } from './nodes/upgrade.ts'

/** One lock for the whole installation: "luodi" as a number. */
const lockKey = 1_819_632_745
const oldestServer = 150_000

/** Told the names of what is to be applied. */
export type BeforeUpgrade = (missing: readonly string[]) => Promise<void>

/** Runs work on the owner's connection while no other migrator works on the same database. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'luodi-migrate' })
  await client.connect()
  try {
    // Held by the session, so a migrator that is killed lets go of it; the other one waits here.
    await client.query('select pg_advisory_lock($1)', [lockKey])
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Brings the database to this program's schema: every SQL file once, in one global order, each in its own transaction,
 * recorded with its SHA-256. Returns the names that it applied; a second run applies none.
 * Refuses, before touching anything, a database that a newer program has migrated, a file that was changed after it was applied, and an
 * older database that nodes still serve.
 * `beforeUpgrade` is done before an older database is changed, never for an empty one; when it throws, nothing is changed.
 */
export async function migrate(
  ownerUrl: string,
  migrations = findMigrations(),
  beforeUpgrade?: BeforeUpgrade,
): Promise<readonly string[]> {
  return asOwner(ownerUrl, async (client) => {
    await refuseOldServer(client)
    const applied = await readApplied(client)
    refuseForeign(applied, migrations)
    const missing = migrations.filter((m) => !applied.has(m.name))
    if (missing.length > 0 && applied.size > 0) {
      await refuseWhileServed(client)
      await beforeUpgrade?.(missing.map((m) => m.name))
    }
    if (missing.length > 0) await client.query(ledgerSql)
    for (const migration of missing) await applyOne(client, migration)
    return missing.map((m) => m.name)
  })
}

/** What the program has and the database has not, by name; reads as whichever role `query` connects. */
export function pendingMigrations(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): string[] {
  return migrations.filter((m) => applied.get(m.name) !== m.sha256).map((m) => m.name)
}

const ledgerSql = `
  create schema if not exists platform;
  create table if not exists platform.migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null
  );
  comment on table platform.migrations is 'reference; app: select';`

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const ledger = await client.query(`select to_regclass('platform.migrations') is not null as there`)
  if (!ledger.rows[0]?.there) return new Map()
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migrations')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((m) => [m.name, m.sha256]))
  for (const [name, sha256] of applied) {
    const mine = known.get(name)
    if (mine === undefined) {
      throw refused(
        'database_is_newer',
        name,
        '数据库由更新的程序迁移过，请换用新版本程序；本程序不认识',
        'A newer program has migrated this database: start that version. This one does not know',
      )
    }
    if (mine !== sha256) {
      throw refused(
        'file_changed',
        name,
        '已执行的迁移文件被改动，请恢复原文件并另写一个迁移',
        'A migration was changed after it was applied: restore the file and write another one',
      )
    }
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into platform.migrations (name, sha256, applied_at) values ($1, $2, $3)', [
      migration.name,
      migration.sha256,
      new Date(),
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    const because = cause instanceof Error ? cause.message : String(cause)
    throw refused('failed', `${migration.name} (${because})`, '迁移失败，已撤销', 'The migration failed and was undone')
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int as version`)
  if (rows[0]?.version >= oldestServer) return
  throw new Problem('conflict', 'migrate.server_too_old', {
    zh: '需要 PostgreSQL 15 或更新的版本。',
    en: 'PostgreSQL 15 or newer is needed.',
  })
}
