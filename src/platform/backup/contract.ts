import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/backups'

/** One backup of the installation, as an administrator sees it. */
export const BackupView = z.object({
  id: z.string(),
  /** When it was complete, ISO 8601. */
  at: z.string(),
  /** Of the program that made it. */
  release: z.string(),
  /** As it lies there. */
  bytes: z.number(),
  encrypted: z.boolean(),
  /** The last reading of every file: when, and how many were missing or changed; null when it was never read again. */
  verified: z.object({ at: z.string(), damages: z.number().int() }).nullable(),
})
export type BackupView = z.infer<typeof BackupView>

export const listBackups = endpoint({
  name: 'backups.listBackups',
  method: 'GET',
  path: base,
  permission: 'backups.manage',
  effect: 'read',
  summary: {
    zh: '备份清单、最近校验与恢复后暂扣的消息',
    en: 'Backups, their verification, and messages held since a restore',
  },
  input: z.strictObject({ zone }),
  output: z.object({
    /** False: the database is an outside one, or nobody told this server where backups are kept. */
    possible: z.boolean(),
    backups: z.array(BackupView),
    /** Until when the log was copied after the newest backup; null without a log. */
    logTo: z.string().nullable(),
    /** A backup that is being made now: since when. */
    runningSince: z.string().nullable(),
    /** Why the last one that was asked for here was not made. */
    failed: z.object({ zh: z.string(), en: z.string() }).nullable(),
    held: z
      .object({ restoredAt: z.string(), restoredTo: z.string(), older: z.number().int(), newer: z.number().int() })
      .nullable(),
  }),
})

export const makeBackup = endpoint({
  name: 'backups.make',
  method: 'POST',
  path: base,
  permission: 'backups.manage',
  effect: 'write',
  summary: { zh: '立即备份并校验', en: 'Make a backup now and verify it' },
  input: z.strictObject({ zone }),
  output: z.object({ runningSince: z.string() }),
})

export const releaseMessages = endpoint({
  name: 'backups.release',
  method: 'POST',
  path: `${base}/release`,
  permission: 'backups.manage',
  effect: 'write',
  summary: { zh: '放行恢复后暂扣的对外消息', en: 'Release the messages held since a restore' },
  input: z.strictObject({ zone, waiting: z.enum(['send', 'discard']) }),
  output: z.object({ discarded: z.number().int() }),
})
