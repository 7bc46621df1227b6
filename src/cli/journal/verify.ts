import type { Command } from 'commander'
import { Problem } from '../../kernel/problem.ts'
import { readWitnesses, type Verified, verifyZone } from '../../platform/journal/verify/verify-zone.ts'
import { withInstallation } from '../installation.ts'
import { readSettings } from '../settings.ts'
import { sealedLogs } from './logs.ts'

interface Options {
  readonly only?: string
  readonly json?: boolean
}

/** `luodi journal verify`: exit 1 when anything does not hold, with every finding and its place. */
export function declareVerify(command: Command): void {
  command
    .command('verify')
    .description('recompute the sealed journal and compare it with every checkpoint, in and outside the database')
    .option('--only <code>', 'only this zone; _access: the log of sign-ins and accounts')
    .option('--json', 'as JSON, with every finding')
    .action(verify)
}

async function verify({ only, json }: Options): Promise<void> {
  const { dataFolder } = readSettings(process.env)
  const verified = await withInstallation(async (installation) => {
    const witnesses = await readWitnesses(installation.db, await sealedLogs(installation))
    const zones = await sealedLogs(installation, only)
    const found: Verified[] = []
    for (const zone of zones) {
      found.push(await verifyZone(installation.db, { zone, witnesses, dataFolder, now: new Date() }))
    }
    return found
  })
  process.stdout.write(json ? `${JSON.stringify(verified, null, 1)}\n` : `${verified.map(linesOf).join('\n')}\n`)
  if (verified.every(({ findings }) => findings.length === 0)) return
  throw new Problem('conflict', 'journal.not_verified', {
    zh: '日志验证未通过：上面列出了每一处及其位置。请保全现场，并与库外保存的检查点核对。',
    en: 'The journal does not verify: every place is named above. Keep everything as it is and compare with the checkpoints that you kept elsewhere.',
  })
}

function linesOf({ zone, events, checkpoints, outside, waiting, findings }: Verified): string {
  const told = `${events} events, ${checkpoints} checkpoints, ${outside} statements outside, ${waiting} waiting`
  const head = `${zone}\t${findings.length === 0 ? 'verified' : 'NOT VERIFIED'}\t${told}`
  return [head, ...findings.map(({ kind, what }) => `${zone}\t${kind}\t${what}`)].join('\n')
}
