import { administratorsAmong, outsiders, type Role } from '../../../kernel/role.ts'

/** A group of the provider and the role that whoever is in it has in the zone. */
export interface RoleGroup {
  readonly group: string
  readonly role: Role
}

/** Roles that these groups give, each once. */
export function rolesOfGroups(groups: readonly string[], mapping: readonly RoleGroup[]): readonly Role[] {
  return [...new Set(mapping.filter(({ group }) => groups.includes(group)).map(({ role }) => role))]
}

export interface Standing {
  /** What the account has now. */
  readonly held: readonly Role[]
  /** Those of them that came from groups at the last sign-in. */
  readonly given: readonly Role[]
  /** What the groups give now. */
  readonly mapped: readonly Role[]
  /** Whether a role that came from a group goes with it. */
  readonly follow: boolean
}

/** Roles after a sign-in, and which of them came from groups. A role that a person gave by hand is nobody's group's, and stays. */
export function rolesAfter({ held, given, mapped, follow }: Standing): {
  readonly roles: readonly Role[]
  readonly given: readonly Role[]
  readonly lost: readonly Role[]
} {
  const byHand = held.filter((role) => !given.includes(role))
  const fromGroups = mapped.filter((role) => !byHand.includes(role))
  const kept = follow ? fromGroups : [...new Set([...given.filter((role) => held.includes(role)), ...fromGroups])]
  const roles = [...byHand, ...kept]
  return { roles, given: kept, lost: held.filter((role) => !roles.includes(role)) }
}

/** Roles that no group may give: who acts for an enterprise must say for which, and the three administrators only where that was ticked. */
export function rolesNotToGive(mapping: readonly RoleGroup[], administrators: boolean): readonly Role[] {
  const asked = [...new Set(mapping.map(({ role }) => role))]
  const outside: readonly Role[] = outsiders
  const barred = administrators ? [] : administratorsAmong(asked)
  return asked.filter((role) => outside.includes(role) || barred.includes(role))
}
