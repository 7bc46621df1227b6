import type { Role } from '../../../kernel/role.ts'

let asked: readonly Role[] = []

/**
 * Roles that need a second factor in a zone that has not said which: in production the three administrators; where the program is only tried out,
 * nobody. Set once, by the start.
 */
export function askWhereUndecided(roles: readonly Role[]): void {
  asked = roles
}

/** What a zone has said, or what holds where it has said nothing. */
export function factorRolesOf(said: readonly Role[] | null | undefined): readonly Role[] {
  return said ?? asked
}
