import { zoneOf } from '../../../platform/journal/record.ts'
import type { Trace } from '../../../platform/module.ts'
import { commitmentsIn } from './store.ts'

const most = 500

/** The commitments of an enterprise stand on its time line. */
export const traceOfEnterprise: Trace = {
  of: 'enterprises.enterprise',
  needs: 'commitments.read',
  find: async (db, id, context) => {
    const rows = await commitmentsIn(db, zoneOf(context).id, context.caller)
      .where('enterprise_id', '=', id)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({ id: row.id, name: row.matter_name_zh }))
  },
}
