import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Trace } from '../../../platform/module.ts'
import { listLedger } from './store.ts'

/** The credit entries of an enterprise stand on its time line. */
export const traceOfEnterprise: Trace = {
  of: 'enterprises.enterprise',
  needs: 'credit.read',
  find: async (db, id, { caller, zone }) => {
    if (isOutsider(caller) && caller.enterpriseId !== id) return []
    const lines = await listLedger(db, zoneOf({ zone }).id, [id])
    return lines.map(({ row }) => ({ id: row.id, name: row.document ?? row.note ?? row.source }))
  },
}
