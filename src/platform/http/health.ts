import { access, constants } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { pendingMigrations } from '../migrate.ts'
import type { Migration } from '../migration-files.ts'
import type { Database } from '../module.ts'
import { type Refusal, refusal, refusalOf, sendRefusal } from './answers.ts'

const behind = refusal(
  503,
  'health.migrations_pending',
  '数据库迁移尚未完成。',
  'Migrations of the database are not complete.',
)

const unwell = refusal(
  503,
  'health.database',
  '数据库应答异常，请系统管理员检查。',
  'The database does not answer as it should: the administrator has to look at it.',
)

const readOnly = refusal(
  503,
  'health.read_only',
  '数据库处于只读状态，不能保存。',
  'The database is read-only: nothing can be saved.',
)
const unwritable = refusal(
  503,
  'health.data_folder',
  '数据目录不能写入，不能接收文件。',
  'The data folder cannot be written: no file can be taken.',
)

interface Health {
  readonly db: Database
  /** What the database must hold for this program to be healthy. */
  readonly migrations: readonly Migration[]
  readonly dataFolder?: string
}

/**
 * `GET /healthz`: 200 only when the database answers and holds exactly this program's migrations; a 503 problem otherwise.
 * `GET /readyz`: the same, and writes would be taken: for whoever spreads requests over nodes.
 */
export function routeHealth(app: FastifyInstance, health: Health): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, check: () => Promise<Refusal | null>) => {
    const refused = await told(async () => ((await isBehind(health)) ? behind : check()))
    if (refused) return sendRefusal(request, reply, refused)
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  }
  const config = { endpoint: 'health' }
  app.get('/healthz', { config }, (request, reply) => answer(request, reply, async () => null))
  app.get('/readyz', { config }, (request, reply) => answer(request, reply, () => notWritable(health)))
}

/** Whatever keeps the database from answering is its fault, and never that of whoever asks. */
async function told(look: () => Promise<Refusal | null>): Promise<Refusal | null> {
  try {
    return await look()
  } catch (error) {
    const refused = refusalOf(error)
    return refused.status === 503 ? refused : unwell
  }
}

async function isBehind({ db, migrations }: Health): Promise<boolean> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from platform.migrations`.execute(db)
  return pendingMigrations(new Map(rows.map((row) => [row.name, row.sha256])), migrations).length > 0
}

async function notWritable({ db, dataFolder }: Health): Promise<Refusal | null> {
  const { rows } = await sql<{ off: boolean }>`select pg_is_in_recovery() or
    current_setting('default_transaction_read_only')::boolean as off`.execute(db)
  if (rows[0]?.off) return readOnly
  const writes =
    dataFolder === undefined ||
    (await access(dataFolder, constants.W_OK).then(
      () => true,
      () => false,
    ))
  return writes ? null : unwritable
}
