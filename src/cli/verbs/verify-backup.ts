import { Problem } from '../../kernel/problem.ts'
import { chooseBackup } from '../../platform/backup/list.ts'
import { damaged } from '../../platform/backup/restore-refusals.ts'
import { keepVerification, verifyBackup } from '../../platform/backup/verify.ts'
import { rehearse } from '../backup/rehearse.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly keyFile?: string
  readonly start?: boolean
}

export const verb: Verb = {
  summary: 'read every file of a backup and compare it with its digest; exit 1 when one is missing or changed',
  declare: (command) => {
    command
      .argument('[folder]', 'one backup, or the folder of all: then its newest')
      .option('--key-file <file>', 'of encrypted backups; without it their manifest cannot be proved')
      .option('--start', 'also restore it into a temporary folder, start it and verify the journal')
      .action(run)
  },
}

async function run(folder: string | undefined, options: Options): Promise<void> {
  const settings = readSettings(process.env)
  const keyFile = options.keyFile ?? settings.backupKeyFile
  const { vault, id } = await chooseBackup(folder ?? settings.backupFolder, { keyFile })
  const { files, bytes, damages } = await verifyBackup(vault, id)
  await keepVerification(vault, id, { at: new Date(), damages })
  for (const { file, what } of damages) process.stdout.write(`${what}\t${file}\n`)
  if (damages.length > 0) throw damaged(damages)
  process.stdout.write(`${id}\t${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB: every digest holds\n`)
  if (!options.start) return
  const { journals, ms } = await rehearse(vault, id)
  const findings = journals.flatMap((one) => one.findings.map(({ what }) => `${one.zone}: ${what}`))
  for (const line of findings) process.stdout.write(`${line}\n`)
  if (findings.length > 0) throw notVerified()
  const events = journals.reduce((sum, one) => sum + one.events, 0)
  process.stdout.write(`restored for a trial in ${(ms / 1000).toFixed(1)} s: ${events} sealed events verify\n`)
}

function notVerified(): Problem {
  return new Problem('conflict', 'backup.journal', {
    zh: '备份可以恢复，但其中的日志验证不通过，见上。',
    en: 'The backup can be restored, but its journal does not verify: see above.',
  })
}
