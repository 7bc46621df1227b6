import { sql } from 'kysely'
import { type AnyRecordKind, fieldOf, personalFields } from '../../../kernel/record-kind.ts'
import type { Role } from '../../../kernel/role.ts'
import { zoneOf } from '../../journal/record.ts'
import { type Database, type Handler, handle, type ModuleDefinition, type RequestContext } from '../../module.ts'
import { columnRef, tableRef } from '../../records/columns.ts'
import { registryOf } from '../../records/registry.ts'
import { notFound } from '../caller.ts'
import { explainAccess } from '../contract/explain.ts'
import type { Grants } from '../grants.ts'
import { getMember, type Membership } from '../store.ts'
import { explainSteps, type KindFacts, seesBy } from './explain.ts'

/** Tells an administrator which wall an account meets, and never more than the administrator may read. */
export function explainHandler(modules: readonly ModuleDefinition[], grants: Grants): Handler {
  const registry = registryOf(modules)
  const kinds = [...registry.values()].map(({ name, labels }) => ({ name, label: labels.many }))
  const holders = (permission: string | undefined): readonly Role[] =>
    permission === undefined ? [] : [...(grants.get(permission as `${string}.${string}`) ?? [])]
  return handle(explainAccess, async (db, asked, context) => {
    const { account, membership } = await getMember(db, zoneOf(context).id, asked.id)
    const kind = asked.kind === undefined ? null : registry.get(asked.kind)
    if (kind === undefined) throw notFound()
    const facts = kind && {
      ...{ label: kind.labels.many, permission: kind.access.read, holders: holders(kind.access.read) },
      ...{ owned: kind.ofEnterprise !== undefined, revealers: holders(kind.access.reveal) },
      personal: personalFields(kind).map((name) => fieldOf(kind, name).label),
      record: await recordFacts(db, context, { kind, id: asked.record, membership }),
    }
    const { disabled_at, must_change: mustChange } = account
    const steps = explainSteps({ disabled: disabled_at !== null, mustChange, roles: membership.roles, kind: facts })
    return { kinds, steps, sees: facts === null ? null : seesBy(steps) }
  })
}

interface Asked {
  readonly kind: AnyRecordKind
  readonly id: string | undefined
  readonly membership: Membership
}

async function recordFacts(db: Database, context: RequestContext, asked: Asked): Promise<KindFacts['record']> {
  const { kind, id, membership } = asked
  if (id === undefined) return null
  if (!context.caller.permissions.has(kind.access.read)) return 'hidden'
  const of = kind.ofEnterprise === undefined ? sql`null` : sql.raw(columnRef(kind.ofEnterprise))
  const { rows } = await sql<{ enterprise: string | null }>`select ${of}::uuid as enterprise from ${tableRef(kind)} t
    where t.zone_id = ${zoneOf(context).id} and t.id = ${id}`.execute(db)
  const [row] = rows
  return { found: row !== undefined, own: row !== undefined && row.enterprise === membership.enterprise_id }
}
