import { resolve } from 'node:path'
import { Problem } from '../../kernel/problem.ts'
import { notHere } from '../../platform/backup/keeper.ts'
import { pruneBackups } from '../../platform/backup/retention.ts'
import { type Taken, takeBackup } from '../../platform/backup/take.ts'
import { openVault } from '../../platform/backup/vault.ts'
import { openBeside } from '../../platform/postgres/beside.ts'
import { findPlace } from '../../platform/postgres/place.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly to?: string
  readonly encrypt?: boolean
  readonly keyFile?: string
  readonly keys?: boolean
  readonly keep?: string
  readonly keepDays?: string
}

export const verb: Verb = {
  summary: 'back up database, uploads and checkpoints, while the server runs or not',
  declare: (command) => {
    command
      .option('--to <folder>', 'where backups are kept; LUODI_BACKUP by default, else backups/ in the data folder')
      .option('--encrypt', 'AES-256-GCM; what follows in this folder is encrypted too')
      .option('--key-file <file>', 'a file with the key or passphrase; LUODI_BACKUP_KEY_FILE by default')
      .option('--keys', "also the installation's keys; an encrypted backup has them anyway")
      .option('--keep <number>', 'of older backups keep the newest so many')
      .option('--keep-days <days>', 'of older backups keep those of so many days')
      .action(run)
  },
}

async function run(options: Options): Promise<void> {
  const settings = readSettings(process.env)
  if (settings.databaseUrl) throw notHere()
  const keeping = { count: numberOf('--keep', options.keep), days: numberOf('--keep-days', options.keepDays) }
  const folder = options.to === undefined ? settings.backupFolder : resolve(options.to)
  const keyFile = options.keyFile ?? settings.backupKeyFile
  const vault = await openVault(folder, { keyFile, encrypt: options.encrypt === true })
  const database = await openBeside(settings)
  try {
    const { dataFolder } = settings
    const { cluster } = await findPlace(dataFolder)
    const { ownerUrl } = database
    const taken = await takeBackup({ ownerUrl, cluster, dataFolder, vault, keys: options.keys === true })
    const gone = await pruneBackups(vault, keeping, new Date())
    process.stdout.write(`${lineOf(taken)}\n${gone.map((id) => `removed ${id}\n`).join('')}`)
  } finally {
    await database.stop()
  }
}

function lineOf({ folder, manifest, bytes, ms }: Taken): string {
  const { files, uploads, zones, encrypted, keys } = manifest
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s`
  const what = `${files.length} files, ${uploads.length} uploads, ${zones.length} sealed journals`
  const marks = [encrypted ? 'encrypted' : 'not encrypted', ...(keys ? [] : ["without the installation's keys"])]
  return `${folder}\t${size}\t${what}\t${marks.join(', ')}`
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 10_000) return number
  throw new Problem('invalid_input', 'backup.bad_number', {
    zh: `${name} 应为 1 到 9999 的整数。`,
    en: `${name} takes a whole number from 1 to 9999.`,
  })
}
