import { legalDayOf } from '../../../kernel/legal-day.ts'
import { sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listDepartments } from '../../organisation/server/api.ts'
import { asset as assetKind } from '../contract/asset.ts'
import { work } from '../contract/work.ts'
import type { WorkView } from '../contract/work-view.ts'
import { lockFor, refuseFuture, saveWork, shown } from './step.ts'

interface Taking {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly keeper?: string | undefined
  readonly inServiceOn: string
}

/** A completed work becomes an asset once, at what was paid for it (基本建设财务规则 第33条：按实际成本交付使用). */
export async function takeIntoAssets(db: Database, context: RequestContext, given: Taking): Promise<WorkView> {
  const { row, assets, payments } = await lockFor(db, context, given)
  if (row.state !== 'completed' && row.state !== 'operating') {
    throw refuse(
      'not_completed',
      '竣工以后才能转为资产；请先办竣工。',
      'A work becomes an asset after its completion: complete it first.',
    )
  }
  if (assets.length > 0) {
    throw refuse('asset_already', '这个工程已经转为资产。', 'This work has become an asset already.')
  }
  refuseFuture(given.inServiceOn, legalDayOf(context.now))
  if (given.keeper !== undefined && !(await listDepartments(db, row.zone_id)).some(({ id }) => id === given.keeper)) {
    throw refuse(
      'no_keeper',
      '找不到这个管护单位，请从本区部门中选择。',
      'This department is not there: choose one of the zone.',
    )
  }
  const { now } = context
  const by = actorOf(context)
  const value = sumMoney(payments.map(({ amount_yuan }) => amount_yuan))
  const id = newId(now)
  await db
    .insertInto('works.assets')
    .values({
      ...{ zone_id: row.zone_id, id, version: 1, archived_at: null, sample: row.sample, search_text: given.name },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, name: given.name, work_id: row.id },
      ...{ value_yuan: value, in_service_on: given.inServiceOn, keeper_id: given.keeper ?? null, number: null },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: assetKind.name, subjectId: id, action: 'create', threadId: row.id },
    after: { name: given.name, workId: row.id, valueYuan: value, inServiceOn: given.inServiceOn },
  })
  await saveWork(db, context, row)
  await record(db, context, {
    ...{ subjectKind: work.name, subjectId: row.id, action: 'takeIntoAssets', after: { asset: given.name, value } },
  })
  return shown(db, context, row.id)
}

function refuse(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `works.${reason}`, { zh, en })
}
