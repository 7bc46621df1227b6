import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { hashAtCost } from '../../src/platform/access/passwords.ts'
import { appUrl } from '../../src/platform/app-role.ts'
import { withClient } from './client.ts'
import { withDatabase } from './template.ts'

/** Accounts of tests guard nothing: a hash takes 3 ms instead of 250. What one costs in truth, `passwords.test.ts` asks. */
export const costOfTests = { N: 2 ** 10, r: 8, p: 1 }
hashAtCost(costOfTests)

/** Two doors to one database that belongs to this test file alone. */
export interface TestDatabase {
  readonly ownerUrl: string
  /** The role under which the program serves: row-level security holds for it. */
  readonly appUrl: string
}

/** A copy of the migrated template (about 0.1 s). It stays until the end of the run unless it is dropped. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { templateUrl } = inject('testServer')
  return copyOf(new URL(templateUrl).pathname.slice(1))
}

/**
 * A copy of the template after `fill`: filled once in a run by the first file that asks, whoever else asks meanwhile waits. A filling
 * that failed is not kept.
 */
export async function filledDatabase(what: string, fill: (database: TestDatabase) => Promise<void>) {
  const { templateUrl } = inject('testServer')
  const name = `${new URL(templateUrl).pathname.slice(1)}_${what}`
  await withClient(withDatabase(templateUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as done from pg_database where datname = $1`,
      [name],
    )
    if (rows[0]?.done !== 'filled') {
      await client.query(`drop database if exists ${name} with (force)`)
      const filled = await copyOf(new URL(templateUrl).pathname.slice(1), name)
      await fill(filled)
      // What a server learns of its tables in time, and a copy brings with it: nobody does it here beside the tests.
      await withClient(filled.ownerUrl, (own) => own.query('analyze'))
      await client.query(`comment on database ${name} is 'filled'`)
    }
  })
  return copyOf(name)
}

async function copyOf(template: string, name = `${template}_${randomBytes(4).toString('hex')}`): Promise<TestDatabase> {
  const { templateUrl, appRole, appPassword } = inject('testServer')
  await copyTemplate(withDatabase(templateUrl, 'postgres'), template, name)
  const ownerUrl = withDatabase(templateUrl, name)
  return { ownerUrl, appUrl: appUrl(ownerUrl, { role: appRole, password: appPassword }) }
}

/** Of a file that has ended: hundreds of copies together would be gigabytes. */
export async function dropDatabase({ ownerUrl }: TestDatabase): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1)
  await withClient(withDatabase(ownerUrl, 'postgres'), (client) => client.query(`drop database ${name} with (force)`))
}

/** An empty database on the same server: for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<string> {
  const { templateUrl } = inject('testServer')
  const name = `${new URL(templateUrl).pathname.slice(1)}_${randomBytes(4).toString('hex')}`
  await copyTemplate(withDatabase(templateUrl, 'postgres'), 'template1', name)
  return withDatabase(templateUrl, name)
}

async function copyTemplate(adminUrl: string, template: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    // PostgreSQL copies one template once at a time; the lock makes files that start together wait instead of failing.
    await client.query(`select pg_advisory_lock(hashtextextended('luodi test template', 0))`)
    // Files are copied as they are: by way of the log, as is usual, a copy costs two and a half times as much.
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
}
