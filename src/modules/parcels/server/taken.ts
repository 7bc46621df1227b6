import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** Codes are asked for before anything is written: the sentence names the one that is taken. */
export async function refuseTaken(db: Database, zoneId: string, codes: readonly string[]): Promise<void> {
  const taken = await db
    .selectFrom('parcels.parcels')
    .select('code')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('code', 'in', [...codes])
    .orderBy('code')
    .executeTakeFirst()
  if (!taken) return
  throw new Problem('conflict', 'parcels.code_taken', {
    zh: `编号 ${taken.code} 的地块已经登记：请换一个编号，或重新核对后再办。`,
    en: `Parcel ${taken.code} is entered already: choose another code, or look again and then decide.`,
  })
}
