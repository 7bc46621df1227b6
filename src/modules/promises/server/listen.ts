import { z } from 'zod'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Listener } from '../../../platform/module.ts'
import { agreedContracts } from '../../supply/server/api.ts'
import { watchNew } from './idle-watch.ts'
import { getStored } from './store.ts'

export const checkKind = 'promises.check'

const Told = z.object({
  contractId: z.uuid(),
  reached: z.partialRecord(z.enum(['start', 'completion', 'production', 'output']), z.iso.date()).default({}),
})

/** A signed contract: its four checks stand in the list from now on. What was reached before the platform counts as checked. */
export const hearContract: Listener = async (db, event, context) => {
  const told = Told.safeParse(event.payload)
  if (!told.success) return
  const zoneId = zoneOf(context).id
  const [contract] = await agreedContracts(db, zoneId, { id: told.data.contractId })
  if (!contract) return
  const due = {
    ...{ start: contract.startDue, completion: contract.completionDue },
    ...{ production: contract.productionDue, output: contract.outputDue },
  }
  const stamp = { created_at: context.now, created_by: actorOf(context), updated_at: context.now }
  const rows = (['start', 'completion', 'production', 'output'] as const).map((kind) => {
    const reachedOn = told.data.reached[kind] ?? null
    const decision = reachedOn === null ? null : '平台启用前已核查'
    return {
      ...{ zone_id: zoneId, id: newId(context.now), version: 1, ...stamp, updated_by: actorOf(context) },
      ...{ archived_at: null, sample: contract.sample, contract_id: contract.id, kind, round: 1, due_on: due[kind] },
      ...{
        state: reachedOn === null ? ('due' as const) : ('passed' as const),
        reached: reachedOn === null ? null : true,
      },
      ...{ reached_on: reachedOn, checked_on: reachedOn, checker_name: null, note: null, objection: null },
      ...{ objected_on: null, decided_on: reachedOn, decision, rectify_until: null },
    }
  })
  const made = await db
    .insertInto('promises.checks')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['zone_id', 'contract_id', 'kind', 'round']).doNothing())
    .returning(['id', 'kind', 'due_on', 'state'])
    .execute()
  for (const { id, kind, due_on, state } of made) {
    await record(db, context, {
      ...{ subjectKind: checkKind, subjectId: id, action: 'plan', after: { kind, dueOn: due_on, state } },
      ...(contract.projectId !== null && { threadId: contract.projectId }),
    })
  }
  await watchNew(db, context, await getStored(db, zoneId, contract.id))
}
