import { exportTables } from '../../modules/exchange/server/api.ts'
import { systemContext } from '../../platform/access/system-context.ts'
import { inZone } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import { withInstallation } from '../installation.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

interface Options {
  readonly zone: string
  readonly since?: string
}

export const verb: Verb = {
  summary: 'the tables of a zone for the national exchange of construction approvals, as JSON; their report on stderr',
  declare: (command) => {
    command
      .requiredOption('--zone <code>', 'whose tables')
      .option('--since <instant>', 'only rows that changed since, ISO 8601')
      .action(print)
  },
}

async function print({ zone: code, since }: Options): Promise<void> {
  const answer = await withInstallation(async (installation) => {
    const [zone] = await zonesOf(installation, code)
    if (!zone) throw new RangeError(`no zone ${code}`)
    const context = systemContext({ name: 'system:exchange', now: new Date(), log: openLog('silent'), zone })
    return inZone(installation.db, zone.id, (db) => exportTables(db, context, { since }))
  })
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`)
  for (const { table, field, project, case: one, text } of answer.invalid) {
    process.stderr.write(`${table}\t${field}\t${project ?? ''}\t${one ?? ''}\t${text.zh}\n`)
  }
}
