import { Problem } from '../../../kernel/problem.ts'
import { actorOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { StoredPlan } from './store.ts'

interface Saving {
  readonly row: StoredPlan
  readonly after: Partial<Omit<StoredPlan, 'zone_id' | 'id' | 'version'>>
}

/** The plan as it is after a decision, one version later. */
export async function save(db: Database, context: RequestContext, { row, after }: Saving): Promise<void> {
  await db
    .updateTable('tailored.plans')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
}

export function refuseStale(row: StoredPlan, version: number): void {
  if (row.version === version) return
  throw new Problem('conflict', 'tailored.changed_meanwhile', {
    zh: '这份一企一策刚刚有人改过，请刷新后再办。',
    en: 'Somebody has just changed this plan: reload first.',
  })
}
