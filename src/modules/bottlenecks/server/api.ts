import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Bottleneck } from '../contract.ts'
import { viewsOf } from './read.ts'
import { listStored } from './store.ts'

/** Every bottleneck of the zone as it stands today. Needs the zone's context. */
export async function listBottlenecks(db: Database, context: RequestContext): Promise<Bottleneck[]> {
  return viewsOf(db, context, await listStored(db, zoneOf(context).id))
}
