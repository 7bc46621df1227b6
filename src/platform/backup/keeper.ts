import { stat } from 'node:fs/promises'
import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Log } from '../module.ts'
import { listBackups } from './list.ts'
import { takeBackup } from './take.ts'
import { findVault, openVault } from './vault.ts'
import { keepVerification, verifyBackup } from './verify.ts'
import { archived } from './wal-files.ts'

/** Where this server keeps its backups and from what it makes them. */
export interface Keeper {
  readonly ownerUrl: string
  readonly cluster: string
  readonly dataFolder: string
  readonly backupFolder: string
  readonly keyFile?: string | undefined
  readonly log: Log
}

interface State {
  keeper: Keeper | null
  runningSince: Date | null
  failed: Label | null
}

/** Of this process: a server that has started says where; until then, and on an outside database, no backup is made here. */
const state: State = { keeper: null, runningSince: null, failed: null }

export function keepBackups(keeper: Keeper | null): void {
  state.keeper = keeper
}

/** Begins a backup beside the requests and answers since when one is being made. A second request while one runs begins none. */
export function beginBackup(now: Date): Date {
  const { keeper } = state
  if (!keeper) throw notHere()
  if (state.runningSince) return state.runningSince
  state.runningSince = now
  state.failed = null
  make(keeper)
    .catch((err: unknown) => {
      keeper.log.error({ err }, 'the backup was not made')
      state.failed = err instanceof Problem ? err.text : unexpected
    })
    .finally(() => {
      state.runningSince = null
    })
  return now
}

const unexpected: Label = {
  zh: '备份未完成，原因见服务器日志。',
  en: 'The backup was not made: the log of the server says why.',
}

async function make(keeper: Keeper): Promise<void> {
  const { backupFolder, keyFile } = keeper
  const found = await findVault(backupFolder)
  const vault = await openVault(backupFolder, { keyFile, encrypt: found?.encrypted ?? keyFile !== undefined })
  const { manifest } = await takeBackup({ ...keeper, vault })
  const { damages } = await verifyBackup(vault, manifest.id)
  await keepVerification(vault, manifest.id, { at: new Date(), damages })
}

/** What the vault of this server holds. */
export async function lookAtBackups() {
  const { keeper, runningSince, failed } = state
  const vault = keeper && (await findVault(keeper.backupFolder, { keyFile: keeper.keyFile }))
  const listed = vault ? await listBackups(vault) : []
  const server = listed[0]?.manifest.postgres
  const log = vault && server ? await archived(vault, server) : []
  const times = await Promise.all(
    log.map(async ({ path }) => (await stat(path).catch(() => null))?.mtime.getTime() ?? 0),
  )
  return {
    possible: keeper !== null,
    backups: listed.map(({ manifest, bytes, verified }) => ({
      ...{ id: manifest.id, at: manifest.stoppedAt, release: manifest.release, bytes, encrypted: manifest.encrypted },
      verified: verified && { at: verified.at, damages: verified.damages.length },
    })),
    logTo: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    runningSince: runningSince?.toISOString() ?? null,
    failed,
  }
}

export function notHere(): Problem {
  return new Problem('conflict', 'backup.not_here', {
    zh: '数据库不是内置的，请由运维人员用数据库自己的工具备份（见 docs/how-to/back-up-and-restore.md）。',
    en: 'The database is an outside one: whoever runs it backs it up with its own tools (see docs/how-to/back-up-and-restore.md).',
  })
}
