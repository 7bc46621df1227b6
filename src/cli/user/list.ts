import type { Role } from '../../kernel/role.ts'
import { viewSession } from '../../platform/access/session-view.ts'
import { zoneDirectory } from '../../platform/access/zones.ts'
import type { Installation } from '../../platform/start.ts'

/** One account with what it is in each zone. */
export interface ListedAccount {
  readonly login: string
  readonly name: string
  readonly disabled: boolean
  readonly demo: boolean
  readonly zones: readonly { readonly zone: string; readonly roles: readonly Role[] }[]
}

/** Every account of the installation, by login. */
export async function list({ db, modules }: Installation): Promise<ListedAccount[]> {
  const rows = await db.selectFrom('access.accounts').selectAll().orderBy('login').execute()
  const options = { zones: zoneDirectory(modules), permissionsOf: () => new Set<never>() }
  const listed: ListedAccount[] = []
  for (const account of rows) {
    const { zones } = await viewSession(db, { account, endsAt: account.updated_at }, options)
    const { login, name, demo } = account
    const disabled = account.disabled_at !== null
    listed.push({ login, name, disabled, demo, zones: zones.map(({ code, roles }) => ({ zone: code, roles })) })
  }
  return listed
}

/** One line an account: login, name, roles by zone, marks. */
export function lineOf({ login, name, disabled, demo, zones }: ListedAccount): string {
  const held = zones.map(({ zone, roles }) => `${zone}:${roles.join(',')}`).join(' ') || '-'
  const marks = [...(disabled ? ['disabled'] : []), ...(demo ? ['demo'] : [])].join(' ')
  return [login, name, held, marks].join('\t').trimEnd()
}
