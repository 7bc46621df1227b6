import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { endCause, excuse, settle } from './causes.ts'
import { enterCheck, object } from './check-step.ts'
import { extend, seeSite, writeLetter } from './contract-act.ts'
import { decide } from './decide.ts'
import { figures } from './figures.ts'
import { idleWatchKind, lookAtIdle, watchUnwatched } from './idle-watch.ts'
import { checkKind, hearContract } from './listen.ts'
import { checkRuleOn } from './rules.ts'
import { listStored, promiseKind } from './store.ts'
import { promisedViews } from './views.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

/** Whoever sees a check sees its pictures: the zone's people, and the firm whose land it is. */
async function maySee(db: Database, id: string, context: RequestContext): Promise<boolean> {
  const { caller } = context
  const zoneId = zoneOf(context).id
  const row = await db
    .selectFrom('promises.checks')
    .select('contract_id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) return false
  if (!isOutsider(caller)) return caller.permissions.has('promises.read')
  if (!caller.permissions.has('promises.own') || caller.enterpriseId === null) return false
  return (await listStored(db, zoneId, { id: row.contract_id, enterprise: caller.enterpriseId })).length > 0
}

export default defineModule({
  name: 'promises',
  figures,
  grants: {
    'promises.read': staff,
    'promises.own': ['enterprise'],
    'promises.check': ['officer', 'agent', 'operator'],
    'promises.object': ['enterprise'],
    'promises.decide': ['officer', 'leader'],
  },
  journal: {
    [checkKind]: {
      label: { zh: '履约核查', en: 'Check of a land promise' },
      actions: {
        plan: { zh: '列入核查', en: 'Planned' },
        record: { zh: '记录核查', en: 'Recorded' },
        object: { zh: '企业异议', en: 'Objected' },
        decide: { zh: '认定结果', en: 'Decided' },
      },
    },
    [promiseKind]: {
      label: { zh: '用地承诺', en: 'Land promise' },
      actions: {
        extendStart: { zh: '开工延期', en: 'Start put off' },
        noteSite: { zh: '记录现场', en: 'Site seen' },
        actOnIdle: { zh: '闲置土地文书', en: 'Letter on idle land' },
        excuseIdle: { zh: '登记不计入的原因', en: 'Cause entered' },
        endExcuse: { zh: '原因消除', en: 'Cause over' },
        settlePenalty: { zh: '缴纳违约金', en: 'Penalty paid' },
      },
    },
  },
  fileAccess: { [checkKind]: maySee },
  listeners: { 'supply.contracted': hearContract },
  timers: { [idleWatchKind]: lookAtIdle },
  prepare: (db, context) => watchUnwatched(db, context),
  handlers: [
    handle(contract.listPromises, async (db, { project, contract: id }, context) => {
      const narrow = { project, ...(id !== undefined && { id }) }
      const today = legalDayOf(context.now)
      const promises = await promisedViews(db, context, await listStored(db, zoneOf(context).id, narrow))
      return { today, noticeDays: checkRuleOn(today).noticeDays, promises }
    }),
    handle(contract.listOwnPromises, async (db, _input, context) => {
      const { enterpriseId } = context.caller
      if (enterpriseId === null) throw notFound()
      const stored = await listStored(db, zoneOf(context).id, { enterprise: enterpriseId })
      return { today: legalDayOf(context.now), promises: await promisedViews(db, context, stored) }
    }),
    handle(contract.recordCheck, (db, input, context) => enterCheck(db, context, input)),
    handle(contract.objectToCheck, (db, input, context) => object(db, context, input)),
    handle(contract.decideCheck, (db, input, context) => decide(db, context, input)),
    handle(contract.settlePenalty, (db, input, context) => settle(db, context, input)),
    handle(contract.extendStart, (db, input, context) => extend(db, context, input)),
    handle(contract.excuseIdle, (db, input, context) => excuse(db, context, input)),
    handle(contract.endExcuse, (db, input, context) => endCause(db, context, input)),
    handle(contract.noteSite, (db, input, context) => seeSite(db, context, input)),
    handle(contract.actOnIdle, (db, input, context) => writeLetter(db, context, input)),
  ],
})
