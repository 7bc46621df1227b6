import { Problem } from '../../../kernel/problem.ts'
import { roles } from '../../../kernel/role.ts'
import { newId } from '../../ids.ts'
import { actorOf, record, zoneOf } from '../../journal/record.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../module.ts'
import * as contract from '../contract/rules.ts'
import type {} from '../table.ts'
import { factorRolesOf } from './undecided.ts'

const table = 'access.sign_in_rules'
export const rulesKind = 'access.signInRules'

export const ruleHandlers: readonly Handler[] = [
  handle(contract.getSignInRules, async (db, _input, context) => viewOf(await findRules(db, zoneOf(context).id))),
  handle(contract.setSignInRules, setRules),
]

async function setRules(
  db: Database,
  { version, factorRoles }: { version: number; factorRoles: readonly contract.SignInRules['factorRoles'][number][] },
  context: RequestContext,
) {
  const zoneId = zoneOf(context).id
  const before = await findRules(db, zoneId, true)
  if ((before?.version ?? 0) !== version) throw faster()
  const asked = roles.filter((role) => factorRoles.includes(role))
  const [by, now] = [actorOf(context), context.now]
  const id = before?.id ?? newId(now)
  const change = { version: version + 1, factor_roles: asked, updated_at: now, updated_by: by }
  if (before) {
    await db.updateTable(table).set(change).where('zone_id', '=', zoneId).where('id', '=', id).execute()
  } else {
    const made = await db
      .insertInto(table)
      .values({ zone_id: zoneId, id, created_at: now, created_by: by, archived_at: null, ...change })
      .onConflict((conflict) => conflict.column('zone_id').where('archived_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw faster()
  }
  const told = { before: before ? { factorRoles: before.factor_roles } : null, after: { factorRoles: asked } }
  await record(db, context, { subjectKind: rulesKind, subjectId: id, action: 'set', ...told })
  return { factorRoles: asked, version: version + 1 }
}

function findRules(db: Database, zoneId: string, lock = false) {
  const query = db.selectFrom(table).selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

function viewOf(row: Awaited<ReturnType<typeof findRules>>): contract.SignInRules {
  return { factorRoles: [...factorRolesOf(row?.factor_roles)], version: row?.version ?? 0 }
}

function faster(): Problem {
  return new Problem('conflict', 'access.rules_changed', {
    zh: '登录规则刚被他人修改，请刷新后再改。',
    en: 'Somebody has just changed the rules: load them again and change them then.',
  })
}
