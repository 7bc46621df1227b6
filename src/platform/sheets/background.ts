import { sql } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import { authorise } from '../access/caller.ts'
import { collectGrants, permissionsByRoles } from '../access/grants.ts'
import { memberCaller } from '../access/member-caller.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import { announce } from '../live/announce.ts'
import type { Database, ModuleDefinition, RequestContext, Timer } from '../module.ts'
import { registryOf } from '../records/registry.ts'
import { schedule } from '../timers/schedule.ts'
import { checksOf, type Taking } from './ask.ts'
import { readGridsAside } from './read-aside.ts'
import { tableOf } from './read-table.ts'
import { keepRead, takeStep } from './stages.ts'
import { contentOf, findImport, type Import, setImport } from './store.ts'
import { uniqueKeys } from './unique-keys.ts'

/** Kind of the timer that takes an import on. */
export const stepKind = 'sheets.step'
/** Chunks in one transaction: a cancellation waits no longer than these take. */
const chunksAtOnce = 1

/** Has the worker take the next steps of an import, once this transaction has committed. */
export async function continueLater(db: Database, acting: Acting, one: Import): Promise<void> {
  const key = `${one.id}/${one.state}/${one.chunk}`
  await schedule(db, acting, {
    kind: stepKind,
    key,
    subjectKind: 'sheets.import',
    subjectId: one.id,
    dueAt: acting.now,
  })
}

/**
 * Takes imports on by a few chunks a job. Rows, their events, the mark of how far it is, and the next job commit together: a program that is
 * killed in between goes on from the last mark, and nothing is done twice.
 */
export function importSteps(modules: readonly ModuleDefinition[]) {
  const registry = registryOf(modules)
  const checks = checksOf(modules)
  const permissionsOf = permissionsByRoles(collectGrants(modules))
  return async (db: Database, timer: Pick<Timer, 'key' | 'subjectId'>, context: RequestContext): Promise<void> => {
    const zone = zoneOf(context)
    const one = await findImport(db, zone.id, { id: timer.subjectId, lock: true })
    const kind = one && registry.get(one.kind)
    if (!one || !kind || timer.key !== `${one.id}/${one.state}/${one.chunk}`) return
    let now = one
    try {
      const caller = await memberCaller(db, { zone, accountId: one.account_id ?? '', permissionsOf })
      authorise(caller, kind.access.write)
      now = await someSteps(db, { ...context, caller }, { kind, registry, check: checks.get(kind.name) }, one)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === 'internal') throw error
      now = await setImport(db, context, one, {
        ...{ state: 'failed', problem: JSON.stringify(error.text), finished_at: context.now },
      })
    }
    if (['reading', 'comparing', 'writing'].includes(now.state)) await continueLater(db, context, now)
    const audience = one.account_id === null ? {} : { accountId: one.account_id }
    announce(db, context, { topic: 'sheets.changed', id: one.id, audience })
  }
}

async function someSteps(db: Database, acting: Acting, known: Taking, one: Import): Promise<Import> {
  if (one.state === 'reading') return read(db, acting, known, one)
  let now = one
  for (let i = 0; i < chunksAtOnce && now.state === one.state; i++) now = await takeStep(db, acting, known, now)
  return now
}

async function read(db: Database, acting: Acting, { kind }: Taking, one: Import): Promise<Import> {
  const content = await contentOf(db, one)
  // The thread may read for longer than a transaction may lie idle.
  await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(db)
  const grids = await readGridsAside(content ?? new Uint8Array())
  return keepRead(db, acting, one, tableOf(kind, grids, await uniqueKeys(db, kind)))
}
