import { zoneOf } from '../../../platform/journal/record.ts'
import type { Trace } from '../../../platform/module.ts'
import { casesIn, scopeOf } from './store.ts'

const most = 500

/** The cases of an enterprise stand on its time line. */
export const traceOfEnterprise: Trace = {
  of: 'enterprises.enterprise',
  needs: 'cases.read',
  find: async (db, id, context) => {
    const rows = await casesIn(db, scopeOf(zoneOf(context).id, context.caller))
      .where('enterprise_id', '=', id)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({ id: row.id, name: row.matter_name_zh }))
  },
}
