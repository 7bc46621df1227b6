import type { Permission } from '../../src/kernel/endpoint.ts'
import { type Role, roles } from '../../src/kernel/role.ts'
import { withClient } from '../setup/client.ts'
import { signedInAs } from '../support/accounts.ts'
import { demoNow } from '../support/demo.ts'
import type { TestApp } from '../support/server.ts'

/** Who asks: one of each role of the zone, two of another zone's, and nobody. */
export type Who = Role | 'elsewhere' | 'elsewhere-admin' | 'nobody'

export const everybody: readonly Who[] = [...roles, 'elsewhere', 'elsewhere-admin', 'nobody']

export interface Crowd {
  readonly cookieOf: (who: Who) => Promise<string | undefined>
  /** That account is no longer what it was: the next request comes from another one. */
  readonly forget: (who: Who) => void
  /** Somebody has said that roles need a second factor: nobody here has one. */
  readonly lift: () => Promise<void>
  readonly allowed: (permission: Permission) => readonly Who[]
}

const oftenAtMost = 300

/** `changed` is told when the crowd itself has changed what no request did. */
export function crowdOf(
  app: TestApp,
  permissionsOf: (held: readonly Role[]) => ReadonlySet<Permission>,
  changed: () => Promise<void>,
): Crowd {
  const cookies = new Map<Who, { cookie: string; used: number }>()
  const rights = new Map(roles.map((role) => [role, permissionsOf([role])]))
  const open = async (who: Exclude<Who, 'nobody'>) => {
    const away = who === 'elsewhere' || who === 'elsewhere-admin'
    const role: Role = who === 'elsewhere' ? 'officer' : who === 'elsewhere-admin' ? 'admin' : who
    const standing = away ? {} : await standingOf(app, role)
    const zone = away ? 'jiexiu' : 'linyi'
    const { cookie } = (await signedInAs(app.db, { zone, roles: [role], now: demoNow, ...standing })).headers
    await changed()
    return cookie
  }
  return {
    async cookieOf(who) {
      if (who === 'nobody') return undefined
      const known = cookies.get(who) ?? { cookie: await open(who), used: 0 }
      known.used += 1
      // What others did to it meanwhile (another role, another person) is not told by an answer.
      if (known.used >= oftenAtMost) cookies.delete(who)
      else cookies.set(who, known)
      return known.cookie
    },
    forget: (who) => void cookies.delete(who),
    async lift() {
      await withClient(app.ownerUrl, (client) => client.query('delete from access.sign_in_rules'))
      await changed()
    },
    allowed: (permission) =>
      permission === 'public'
        ? everybody
        : permission === 'account'
          ? roles
          : roles.filter((role) => rights.get(role)?.has(permission)),
  }
}

/** An enterprise that has projects, a person of the organisation. */
async function standingOf({ ownerUrl }: TestApp, role: Role): Promise<{ enterpriseId?: string; personId?: string }> {
  const ask = (text: string) =>
    withClient(ownerUrl, async (client) => (await client.query<{ id: string }>(text)).rows[0]?.id)
  const here = `(select id from zones.zones where code = 'linyi')`
  if (role === 'enterprise' || role === 'intermediary') {
    const id = await ask(
      `select enterprise_id as id from projects.projects where zone_id = ${here} and enterprise_id is not null order by random() limit 1`,
    )
    return id === undefined ? {} : { enterpriseId: id }
  }
  if (role === 'talent' || role === 'admin' || role === 'security' || role === 'audit') return {}
  const id = await ask(
    `select id from organisation.people where zone_id = ${here} and archived_at is null order by random() limit 1`,
  )
  return id === undefined ? {} : { personId: id }
}
