import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { appUrl } from '../../src/platform/app-role.ts'
import { withDatabase } from './template.ts'

/** Two doors to one database that belongs to this test file alone. */
export interface TestDatabase {
  readonly ownerUrl: string
  /** The role under which the program serves: row-level security holds for it. */
  readonly appUrl: string
}

/** A copy of the migrated template (about 0.1 s). It is dropped at the end of the run, not by the file. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { templateUrl, appRole, appPassword } = inject('testServer')
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await copyTemplate(withDatabase(templateUrl, 'postgres'), template, name)
  const ownerUrl = withDatabase(templateUrl, name)
  return { ownerUrl, appUrl: appUrl(ownerUrl, { role: appRole, password: appPassword }) }
}

/** An empty database on the same server: for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<string> {
  const { templateUrl } = inject('testServer')
  const name = `${new URL(templateUrl).pathname.slice(1)}_${randomBytes(4).toString('hex')}`
  await copyTemplate(withDatabase(templateUrl, 'postgres'), 'template1', name)
  return withDatabase(templateUrl, name)
}

async function copyTemplate(adminUrl: string, template: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    // PostgreSQL copies one template once at a time; the lock makes files that start together wait instead of failing.
    await client.query(`select pg_advisory_lock(hashtextextended('luodi test template', 0))`)
    await client.query(`create database ${name} template ${template}`)
  } finally {
    await client.end()
  }
}
