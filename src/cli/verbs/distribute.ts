import { Problem } from '../../kernel/problem.ts'
import { distribute, planDistribution } from '../../platform/distribute/distribute.ts'
import { asOwner } from '../../platform/migrate.ts'
import { openBeside } from '../../platform/postgres/beside.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly dryRun?: boolean
  readonly shards?: string
}

export const verb: Verb = {
  summary:
    'spread a migrated database over the workers of Citus by zone, and print what was done, one statement a line',
  declare: (command) => {
    command
      .option('--dry-run', 'only print the statements; also of a database without Citus')
      .option('--shards <number>', 'into how many shards the zones are divided, 32 by default')
      .action(run)
  },
}

async function run({ dryRun, shards }: Options): Promise<void> {
  const count = shards === undefined ? undefined : countOf(shards)
  const database = await openBeside(readSettings(process.env))
  try {
    const work = dryRun ? planDistribution : distribute
    const statements = await asOwner(database.ownerUrl, (client) => work(client, count))
    for (const statement of statements) process.stdout.write(`${statement};\n`)
  } finally {
    await database.stop()
  }
}

function countOf(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (count > 0) return count
  throw new Problem('invalid_input', 'distribute.bad_option', {
    zh: '--shards 应为 1 到 9999 的整数。',
    en: '--shards is a whole number from 1 to 9999.',
  })
}
