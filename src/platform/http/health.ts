import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { pendingMigrations } from '../migrate.ts'
import type { Migration } from '../migration-files.ts'
import type { Database } from '../module.ts'
import { refusal, sendRefusal } from './answers.ts'

const behind = refusal(
  503,
  'health.migrations_pending',
  '数据库迁移尚未完成。',
  'Migrations of the database are not complete.',
)

/** `GET /healthz`: 200 only when the database answers and holds exactly this program's migrations; a 503 problem otherwise. */
export function routeHealth(app: FastifyInstance, db: Database, migrations: readonly Migration[]): void {
  app.get('/healthz', { config: { endpoint: 'health' } }, async (request, reply) => {
    const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from platform.migrations`.execute(
      db,
    )
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    if (pendingMigrations(applied, migrations).length > 0) return sendRefusal(request, reply, behind)
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
}
