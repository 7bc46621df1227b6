import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Problem } from '../../kernel/problem.ts'
import { openBeside } from '../../platform/postgres/beside.ts'
import { openPostgres } from '../../platform/postgres/open.ts'
import { exportZone } from '../../platform/zone-move/export.ts'
import { importZone } from '../../platform/zone-move/import.ts'
import { withInstallation } from '../installation.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

export const verb: Verb = {
  summary: 'move a zone: export it as JSON lines with digests, import it into another installation',
  declare: (command) => {
    declareExport(command)
    declareImport(command)
  },
}

interface ExportOptions {
  readonly keyFile?: string
  readonly plain?: boolean
}

function declareExport(command: Command): void {
  command
    .command('export')
    .description('every row, upload and proof of a zone, while the server runs')
    .argument('<code>', 'short code of the zone')
    .argument('<folder>', 'a new one')
    .option('--key-file <file>', 'a passphrase under which the keys of personal data leave')
    .option('--plain', 'let the keys of personal data leave open')
    .action(async (code: string, folder: string, { keyFile, plain }: ExportOptions) => {
      if (!keyFile && !plain) throw choose()
      const settings = readSettings(process.env)
      // The embedded database goes on running for the second step, and what closes secrets is known.
      const database = await openBeside(settings)
      try {
        const zone = await withInstallation(async (installation) => (await zonesOf(installation, code))[0])
        if (!zone) return
        const { ownerUrl } = database
        const { dataFolder } = settings
        const manifest = await exportZone({ ownerUrl, zone, dataFolder, to: resolve(folder), keyFile: keyFile ?? null })
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        process.stdout.write(
          `${code}: ${rows} rows of ${manifest.tables.length} tables, ${manifest.uploads.length} uploads\n`,
        )
      } finally {
        await database.stop()
      }
    })
}

function declareImport(command: Command): void {
  command
    .command('import')
    .description('bring an exported zone in, all or nothing; the server must not run')
    .argument('<folder>')
    .option('--key-file <file>', 'the passphrase of the export')
    .action(async (folder: string, { keyFile }: { keyFile?: string }) => {
      const settings = readSettings(process.env)
      // Holds the data folder: a server would keep the zone's old id in mind.
      const database = await openPostgres(settings)
      try {
        await withInstallation(async () => undefined)
        const { ownerUrl } = database
        const { dataFolder } = settings
        const { manifest, rows } = await importZone({ ownerUrl, dataFolder, from: resolve(folder), keyFile })
        process.stdout.write(
          `${manifest.zone.code}: ${rows} rows, every one compared; accounts need new passwords (luodi user reset)\n`,
        )
      } finally {
        await database.stop()
      }
    })
}

function choose(): Problem {
  return new Problem('invalid_input', 'zone.key_or_plain', {
    zh: '请用 --key-file 指定口令文件以加密个人信息的密钥；确要明文导出请加 --plain。',
    en: 'Name a passphrase file with --key-file, under which the keys of personal data leave; to let them leave open, say --plain.',
  })
}
