import { Problem } from '../../../kernel/problem.ts'
import { authorise } from '../../access/caller.ts'
import { collectGrants, permissionsByRoles } from '../../access/grants.ts'
import { memberCaller } from '../../access/member-caller.ts'
import { type Acting, record, zoneOf } from '../../journal/record.ts'
import { announce } from '../../live/announce.ts'
import type { Database, ModuleDefinition, RequestContext, Timer } from '../../module.ts'
import { registryOf } from '../../records/registry.ts'
import { schedule } from '../../timers/schedule.ts'
import { removePieces } from './pieces.ts'
import { gather } from './steps.ts'
import { type Export, findExport, setExport } from './store.ts'

/** Kind of the timer that takes an export on. */
export const gatherKind = 'sheets.gather'

/** Has the worker take the next pages of an export, once this transaction has committed. */
export async function gatherLater(db: Database, acting: Acting, one: Export): Promise<void> {
  await schedule(db, acting, {
    kind: gatherKind,
    key: keyOf(one),
    subjectKind: 'sheets.export',
    subjectId: one.id,
    dueAt: acting.now,
  })
}

const keyOf = ({ id, place }: Export): string => `${id}/${place}`

/**
 * Takes exports on by a few pages a job. Pieces of the file, the mark of how far it is and the next job commit together: a program that is
 * killed in between goes on from the last mark. Rights are those of the moment: who lost them gets no further line.
 */
export function exportSteps(modules: readonly ModuleDefinition[]) {
  const registry = registryOf(modules)
  const permissionsOf = permissionsByRoles(collectGrants(modules))
  return async (db: Database, timer: Pick<Timer, 'key' | 'subjectId'>, context: RequestContext): Promise<void> => {
    const zone = zoneOf(context)
    const one = await findExport(db, zone.id, { id: timer.subjectId, lock: true })
    const kind = one && registry.get(one.kind)
    if (!one || !kind || one.state !== 'gathering' || timer.key !== keyOf(one)) return
    let now = one
    try {
      const caller = await memberCaller(db, { zone, accountId: one.account_id ?? '', permissionsOf })
      authorise(caller, kind.access.read)
      now = await gather(db, { ...context, caller }, { kind, registry }, one)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === 'internal') throw error
      await removePieces(db, one)
      const problem = JSON.stringify(error.text)
      now = await setExport(db, context, one, { state: 'failed', problem, finished_at: context.now })
    }
    if (now.state === 'gathering') await gatherLater(db, context, now)
    if (now.state === 'done') {
      const after = { rows: now.row_count }
      await record(db, context, { subjectKind: 'sheets.export', subjectId: now.id, action: 'finish', after })
    }
    const audience = one.account_id === null ? {} : { accountId: one.account_id }
    announce(db, context, { topic: 'sheets.changed', id: one.id, audience })
  }
}
