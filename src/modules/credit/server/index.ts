import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { GradeRule, PointRule } from '../contract/rules.ts'
import * as contract from '../contract.ts'
import { enterCredit } from './enter.ts'
import { figures } from './figures.ts'
import { hearCommitment, hearLapse, hearMet } from './listen.ts'
import { readAll, readCredit } from './read.ts'
import { applyRepair, decideRepair } from './repair.ts'
import { getEnterprise } from './store.ts'
import { traceOfEnterprise } from './trace.ts'

interface ByHand {
  readonly enterprise: string
  readonly cause: 'honour' | 'penalty'
  readonly happenedOn: string
  readonly document: string
  readonly note: string | null
}

/** A penalty or an honour with its document: once for a document. */
async function enterByHand(db: Database, context: RequestContext, input: ByHand) {
  const { cause, happenedOn, document, note } = input
  const today = legalDayOf(context.now)
  if (happenedOn > today) {
    throw new Problem('rule_violated', 'credit.in_the_future', {
      zh: `${happenedOn} 还没有到，不能记录将来的事。`,
      en: `${happenedOn} has not come yet: the future cannot be recorded.`,
    })
  }
  const { id, sample } = await getEnterprise(db, zoneOf(context).id, { caller: context.caller, id: input.enterprise })
  const subject = { kind: 'credit.document', id: newId(context.now) }
  const origin = `${id}:${document}`
  await enterCredit(db, context, { enterprise: { id, sample }, cause, happenedOn, subject, origin, document, note })
  return readCredit(db, context, { enterprise: id })
}

/** Whoever sees the enterprise's credit sees what was handed in for a repair. */
async function mayRead(db: Database, repairId: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('credit.read')) return false
  const row = await db
    .selectFrom('credit.repairs')
    .select('enterprise_id')
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', repairId)
    .executeTakeFirst()
  return row !== undefined && (!isOutsider(context.caller) || row.enterprise_id === context.caller.enterpriseId)
}

export default defineModule({
  name: 'credit',
  figures,
  records: [PointRule, GradeRule],
  grants: {
    'credit.read': ['leader', 'officer', 'enterprise', 'supervisor'],
    'credit.oversee': ['leader', 'officer', 'supervisor'],
    'credit.record': ['officer'],
    'credit.applyRepair': ['enterprise'],
    'credit.decideRepair': ['officer', 'leader'],
    'credit.readRules': ['leader', 'officer', 'enterprise', 'supervisor'],
    'credit.writeRules': ['leader', 'officer'],
  },
  journal: {
    'credit.entry': {
      label: { zh: '信用记录', en: 'Credit entry' },
      actions: { enter: { zh: '记入信用', en: 'Entered' } },
    },
    'credit.repair': {
      label: { zh: '信用修复', en: 'Credit repair' },
      actions: {
        apply: { zh: '申请修复', en: 'Repair asked for' },
        strike: { zh: '更正：不计', en: 'Struck out' },
        grant: { zh: '同意修复', en: 'Repair granted' },
        refuse: { zh: '不同意修复', en: 'Repair refused' },
      },
    },
  },
  fileAccess: { 'credit.repair': mayRead },
  traces: { 'credit.entry': traceOfEnterprise },
  listeners: {
    'commitments.changed': hearCommitment,
    'cases.owedLapsed': hearLapse,
    'cases.owedMet': hearMet,
  },
  handlers: [
    handle(contract.getCredit, (db, input, context) => readCredit(db, context, input)),
    handle(contract.listCredit, (db, _input, context) => readAll(db, context)),
    handle(contract.recordCredit, (db, input, context) => enterByHand(db, context, input)),
    handle(contract.applyRepair, async (db, input, context) =>
      readCredit(db, context, { enterprise: await applyRepair(db, context, input) }),
    ),
    handle(contract.decideRepair, async (db, input, context) =>
      readCredit(db, context, { enterprise: await decideRepair(db, context, input) }),
    ),
  ],
})
