import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Role } from '../../src/kernel/role.ts'
import { insertAccount } from '../../src/platform/access/accounts.ts'
import { setStanding } from '../../src/platform/access/memberships.ts'
import { nobodysHash } from '../../src/platform/access/passwords.ts'
import { openSession } from '../../src/platform/access/sessions.ts'
import { systemContext } from '../../src/platform/access/system-context.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Database, RequestContext, ZoneRef } from '../../src/platform/module.ts'

export interface SignedInAs {
  readonly accountId: string
  readonly login: string
  /** To be sent with requests. */
  readonly headers: { readonly cookie: string }
}

export interface Wanted {
  /** Short code. */
  readonly zone: string
  readonly roles: readonly Role[]
  readonly enterpriseId?: string
  readonly personId?: string
  /** The server's time, when the test sets it. */
  readonly now?: Date
}

/** A new account with these roles in the zone and an open session. Its password is nobody's: no hash is computed. */
export async function signedInAs(db: Database, wanted: Wanted): Promise<SignedInAs> {
  const { roles, now = new Date(), enterpriseId = null, personId = null } = wanted
  const zone = await zoneRef(db, wanted.zone)
  const context = testContext(now, zone)
  const login = `${roles[0] ?? 'nobody'}-${randomBytes(4).toString('hex')}@${wanted.zone}.test`
  const given = { login, name: login, hash: nobodysHash(), mustChange: false, demo: false, homeZone: zone.id }
  const standing = { roles, enterpriseId: enterpriseId ?? standIn(roles), personId }
  const account = await inZone(db, zone.id, async (zoned) => {
    const made = await insertAccount(zoned, context, given)
    if (!made) throw new Error(`the login ${login} is taken`)
    await setStanding(zoned, context, { zone, account: made, standing })
    return made
  })
  const { token } = await openSession(db, { accountId: account.id, now, replaces: null })
  return { accountId: account.id, login, headers: { cookie: `luodi_session=${token}` } }
}

/** The zone of this code on the test's database. */
export async function zoneRef(db: Database, code: string): Promise<ZoneRef> {
  return db.selectFrom('zones.zones').select(['id', 'code']).where('code', '=', code).executeTakeFirstOrThrow()
}

/** A context for server functions that a test calls directly. */
export function testContext(now: Date, zone?: ZoneRef): RequestContext {
  return systemContext({ name: 'test', now, log: pino({ level: 'silent' }), ...(zone && { zone }) })
}

/** An enterprise account must stand for somebody: for one that has no records, when the test names none. */
function standIn(roles: readonly Role[]): string | null {
  return roles.includes('enterprise') || roles.includes('intermediary') ? '00000000-0000-7000-8000-000000000000' : null
}
