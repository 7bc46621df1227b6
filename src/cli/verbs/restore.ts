import { resolve } from 'node:path'
import { Problem } from '../../kernel/problem.ts'
import { chooseBackup } from '../../platform/backup/list.ts'
import { type Restored, restoreBackup } from '../../platform/backup/restore.ts'
import { accessLog } from '../../platform/journal/seal/source.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly at?: string
  readonly into?: string
  readonly replace?: boolean
  readonly timeline?: string
  readonly keyFile?: string
}

export const verb: Verb = {
  summary: 'restore a backup with the log kept after it, to its end or to a moment',
  declare: (command) => {
    command
      .argument('<folder>', 'one backup, or the folder of all: then the newest that leads to the moment')
      .option('--at <moment>', 'the last moment that is to be there, such as 2026-03-02T09:00:00+08:00')
      .option('--into <folder>', 'the data folder to restore into; LUODI_DATA by default')
      .option('--replace', 'the data folder holds something: put that aside and keep it')
      .option('--timeline <number>', 'of several branches of history, after an earlier restore, this one')
      .option('--key-file <file>', 'of encrypted backups')
      .action(run)
  },
}

async function run(folder: string, options: Options): Promise<void> {
  const settings = readSettings(process.env)
  const at = momentOf(options.at)
  const { vault, id } = await chooseBackup(folder, { keyFile: options.keyFile ?? settings.backupKeyFile, at })
  const begun = performance.now()
  const restored = await restoreBackup({
    ...{ vault, id, replace: options.replace === true, now: new Date() },
    to: { ...(at && { at }), ...(options.timeline !== undefined && { timeline: timelineOf(options.timeline) }) },
    dataFolder: options.into === undefined ? settings.dataFolder : resolve(options.into),
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`${linesOf(restored, seconds).join('\n')}\n`)
  const findings = restored.journals.flatMap((one) => one.findings.map(({ what }) => `${one.zone}: ${what}`))
  if (findings.length > 0) throw notVerified(findings)
}

function linesOf(restored: Restored, seconds: string): string[] {
  const { manifest, lastAt, timeline, uploads, aside, journals, lost, keys } = restored
  const reached = lastAt?.toISOString() ?? manifest.stoppedAt
  const events = journals.reduce((sum, one) => sum + one.events, 0)
  return [
    `restored ${manifest.id} in ${seconds} s, up to ${reached} (timeline ${timeline}), ${uploads} uploads`,
    `journal: ${events} sealed events of ${journals.filter(({ zone }) => zone !== accessLog.code).length} zones ${journals.some(({ findings }) => findings.length > 0) ? 'DO NOT VERIFY' : 'verify'}`,
    ...lostLines(restored),
    ...(aside === null ? [] : [`what was in the data folder before is kept in ${aside}`]),
    ...(keys ? [] : ["the backup held no keys of the installation: the channels' secrets have to be entered again"]),
    'everybody has to sign in again; messages to the outside are held until a system administrator releases them (/admin/backups)',
    ...(lost.length > 0 ? ['the lost checkpoints are kept as evidence in checkpoints/lost/'] : []),
  ]
}

/** Of each zone: from which checkpoint on the outside knows more than what is there now. */
function lostLines({ lost }: Restored): string[] {
  return [...Map.groupBy(lost, ({ zone }) => zone)].map(([zone, all]) => {
    const [first, last] = [all[0], all.at(-1)]
    return `lost in ${zone}: ${all.length} checkpoints, from ${first?.size} events (${first?.at}) to ${last?.size} events (${last?.at})`
  })
}

function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  const at = new Date(withOffset ? text : Number.NaN)
  if (!Number.isNaN(at.getTime())) return at
  throw new Problem('invalid_input', 'restore.bad_moment', {
    zh: '--at 应写成带时区的时刻，如 2026-03-02T09:00:00+08:00。',
    en: '--at takes a moment with its offset, such as 2026-03-02T09:00:00+08:00.',
  })
}

function timelineOf(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Problem('invalid_input', 'restore.bad_timeline', {
    zh: '--timeline 应为正整数。',
    en: '--timeline takes a whole number.',
  })
}

function notVerified(findings: readonly string[]): Problem {
  return new Problem('conflict', 'restore.journal', {
    zh: `已恢复，但日志验证不通过：${findings.slice(0, 5).join('；')}。`,
    en: `Restored, but the journal does not verify: ${findings.slice(0, 5).join('; ')}.`,
  })
}
