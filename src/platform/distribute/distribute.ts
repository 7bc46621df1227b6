import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { lintCatalog } from '../linter/lint.ts'
import { hasCitus, readCatalog } from './catalog.ts'
import { distribution, notDistributable } from './plan.ts'

/** The statements that are left to do on this database; refuses a schema in which the linter finds a fault. Changes nothing. */
export async function planDistribution(client: pg.ClientBase, shards?: number): Promise<readonly string[]> {
  const faults = await lintCatalog(client)
  if (faults.length > 0) throw notDistributable(faults.map(({ rule, object }) => `${object} (${rule})`).join(', '))
  return distribution(await readCatalog(client), shards)
}

/** Does them, all or none, and answers them. What is distributed already stays as it is. */
export async function distribute(client: pg.ClientBase, shards?: number): Promise<readonly string[]> {
  if (!(await hasCitus(client))) throw noCitus()
  const statements = await planDistribution(client, shards)
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  return statements
}

function noCitus(): Problem {
  return new Problem('conflict', 'distribute.no_citus', {
    zh: '此数据库没有 Citus 扩展：请先在所有数据库节点上安装，并执行 create extension citus（见 docs/how-to/which-deployment.md）。',
    en: 'This database has no Citus extension: install it on every database node and run “create extension citus” first (see docs/how-to/which-deployment.md).',
  })
}
