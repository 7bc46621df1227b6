import type { Label } from '../../../kernel/label.ts'
import { isRole, roleLabels, roles } from '../../../kernel/role.ts'
import { isOutsider, notAllowed } from '../../access/caller.ts'
import { zoneOf } from '../../journal/record.ts'
import type { Database, Department, DepartmentDirectory, RequestContext } from '../../module.ts'
import type { Audience } from '../contract/views.ts'
import type { ViewRow } from '../table.ts'

/** Whose views the caller sees, and for whom the caller may make some. */
export interface Standing {
  readonly departments: readonly Department[]
  /** The caller's own; null for who belongs to none. */
  readonly own: Department | null
  readonly share: boolean
}

/**
 * Everybody makes views for himself; the head of a department for the department; who holds `records.shareViews` (the leader and the
 * system administrator) for every department and role.
 */
export async function standingOf(
  db: Database,
  { caller, zone }: RequestContext,
  directory: DepartmentDirectory | null,
): Promise<Standing> {
  if (directory === null || isOutsider(caller)) return { departments: [], own: null, share: false }
  const zoneId = zoneOf({ zone }).id
  const departments = await directory.list(db, zoneId)
  const ownId = caller.personId === null ? null : await directory.departmentOf(db, zoneId, caller.personId)
  const own = departments.find(({ id }) => id === ownId) ?? null
  return { departments, own, share: caller.permissions.has('records.shareViews') }
}

export function audiencesOf(standing: Standing, { caller }: RequestContext): readonly Audience[] {
  const mine: Audience = { of: 'me' }
  const departments = standing.departments.filter(
    ({ headId }) => standing.share || (headId !== null && headId === caller.personId),
  )
  return [
    mine,
    ...departments.map(({ id }): Audience => ({ of: 'department', id })),
    ...(standing.share ? roles.map((role): Audience => ({ of: 'role', role })) : []),
  ]
}

/** Refuses a view for somebody for whom the caller may not speak. */
export function refuseForeign(standing: Standing, context: RequestContext, audience: Audience): void {
  const wanted = JSON.stringify(audience)
  if (!audiencesOf(standing, context).some((one) => JSON.stringify(one) === wanted)) throw notAllowed()
}

export function audienceOf({ department_id, role }: Pick<ViewRow, 'department_id' | 'role'>): Audience {
  if (department_id !== null) return { of: 'department', id: department_id }
  return role !== null && isRole(role) ? { of: 'role', role } : { of: 'me' }
}

export function columnsOf(audience: Audience, { caller }: RequestContext) {
  return {
    account_id: audience.of === 'me' ? caller.accountId : null,
    department_id: audience.of === 'department' ? audience.id : null,
    role: audience.of === 'role' ? audience.role : null,
  }
}

export function labelOf(audience: Audience, { departments }: Standing): Label {
  if (audience.of === 'me') return { zh: '仅本人', en: 'Only me' }
  if (audience.of === 'role') return roleLabels[audience.role]
  const name = departments.find(({ id }) => id === audience.id)?.name
  return name === undefined ? { zh: '部门', en: 'Department' } : { zh: name, en: name }
}
