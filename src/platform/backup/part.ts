import { newId } from '../ids.ts'
import { record, zoneOf } from '../journal/record.ts'
import { defineModule, handle } from '../module.ts'
import * as contract from './contract.ts'
import { findHeld, releaseHeld } from './holds.ts'
import { beginBackup, lookAtBackups } from './keeper.ts'

/** Backups as a system administrator sees them: their age, their verification, a new one, and what waits since a restore. */
export const backupsPart = () =>
  defineModule({
    name: 'backups',
    grants: { 'backups.manage': ['admin'] },
    journal: {
      'backups.backup': { label: { zh: '备份', en: 'Backup' } },
      'backups.hold': { label: { zh: '恢复后暂扣', en: 'Hold after a restore' } },
    },
    handlers: [
      handle(contract.listBackups, async (db, _input, context) => ({
        ...(await lookAtBackups()),
        held: await findHeld(db, zoneOf(context).id),
      })),
      handle(contract.makeBackup, async (db, _input, context) => {
        const since = beginBackup(context.now)
        await record(db, context, { subjectKind: 'backups.backup', subjectId: newId(context.now), action: 'make' })
        return { runningSince: since.toISOString() }
      }),
      handle(contract.releaseMessages, async (db, { waiting }, context) => releaseHeld(db, context, { waiting })),
    ],
  })
