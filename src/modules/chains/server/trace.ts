import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Trace } from '../../../platform/module.ts'
import { listPostings, matchesIn } from './postings.ts'

/** The matches of an enterprise's postings stand on its time line. */
export const traceOfEnterprise: Trace = {
  of: 'enterprises.enterprise',
  needs: 'chains.readPostings',
  find: async (db, id, { caller, zone }) => {
    if (isOutsider(caller) && caller.enterpriseId !== id) return []
    const zoneId = zoneOf({ zone }).id
    const postings = (await listPostings(db, zoneId)).filter(({ enterprise }) => enterprise.id === id)
    const products = new Map(postings.map((posting) => [posting.id, posting.product]))
    const matches = await matchesIn(db, zoneId).execute()
    return matches.flatMap((match) => {
      const name = products.get(match.supply_id) ?? products.get(match.demand_id)
      return name === undefined ? [] : [{ id: match.id, name }]
    })
  },
}
