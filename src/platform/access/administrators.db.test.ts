import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import type { Role } from '../../kernel/role.ts'
import { inZone } from '../database.ts'
import { createAccount } from './accounts.ts'
import type { Account } from './contract.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const base = '/api/zones/linyi/accounts'
const as = (role: Role, zone = 'linyi') => signedInAs(app().db, { zone, roles: [role] })
const newcomer = (login: string) => ({ login, name: 'New', password: 'an initial password' })

const put = (path: string, body: unknown, { headers }: SignedInAs) =>
  app().send(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

async function accountOf(accountId: string): Promise<Account> {
  const { body } = await app().get(base, (await as('security')).headers)
  const found = (body as { accounts: Account[] }).accounts.find((account) => account.id === accountId)
  if (!found) throw new Error('no such account in the zone')
  return found
}

describe('three administrators', () => {
  it('do their own acts', async () => {
    const [admin, security] = [await as('admin'), await as('security')]
    const made = await app().post(base, newcomer('cara.new'), admin.headers)
    expect(made).toMatchObject({ status: 200, body: { login: 'cara.new', roles: [], mustChange: true, home: true } })
    const { id, version } = made.body as Account
    const granted = await put(`${base}/${id}/roles`, { version, roles: ['officer', 'agent'] }, security)
    expect(granted).toMatchObject({ status: 200, body: { roles: ['officer', 'agent'], version: version + 1 } })
    expect(await app().post(`${base}/${id}/disable`, {}, admin.headers)).toMatchObject({ status: 200 })
    expect((await accountOf(id)).disabledAt).not.toBeNull()
    const log = await app().get('/api/zones/linyi/access-events', (await as('audit')).headers)
    const kinds = (log.body as { events: { kind: string; accountId: string }[] }).events
      .filter((event) => event.accountId === id)
      .map((event) => event.kind)
    expect(kinds.reverse()).toEqual(['account_created', 'roles_changed', 'roles_changed', 'account_disabled'])
  })

  it("cannot do each other's", async () => {
    const { accountId: id } = await as('officer')
    const acts: Readonly<Record<string, (who: SignedInAs) => Promise<unknown>>> = {
      create: (who) => app().post(base, newcomer(`cara.${who.login.slice(0, 5)}`), who.headers),
      disable: (who) => app().post(`${base}/${id}/disable`, {}, who.headers),
      enable: (who) => app().post(`${base}/${id}/enable`, {}, who.headers),
      reset: (who) => app().post(`${base}/${id}/password`, { password: 'a reset password' }, who.headers),
      grant: (who) => put(`${base}/${id}/roles`, { version: 1, roles: ['leader'] }, who),
      endSessions: (who) => app().post(`${base}/${id}/end-sessions`, {}, who.headers),
      readLog: (who) => app().get('/api/zones/linyi/access-events', who.headers),
    }
    const may: Readonly<Record<string, Role>> = {
      create: 'admin',
      disable: 'admin',
      enable: 'admin',
      reset: 'admin',
      grant: 'security',
      endSessions: 'security',
      readLog: 'audit',
    }
    for (const [name, act] of Object.entries(acts)) {
      for (const role of ['admin', 'security', 'audit', 'leader', 'supervisor'] as const) {
        const answer = (await act(await as(role))) as { status: number }
        const expected = may[name] === role ? 200 : 403
        expect(`${role} ${name} ${answer.status}`).toBe(`${role} ${name} ${expected}`)
      }
    }
  })

  it('are never two in one account: refused by the rule, and by the database when the rule is left out', async () => {
    const [security, admin] = [await as('security'), await as('admin')]
    const { id, version } = await accountOf(admin.accountId)
    const answer = await put(`${base}/${id}/roles`, { version, roles: ['admin', 'audit'] }, security)
    expect(answer).toMatchObject({ status: 422, body: { code: 'access.administrators_apart' } })
    const forced = withClient(app().ownerUrl, (client) =>
      client.query(`update access.memberships set roles = '{admin,security}' where account_id = $1`, [id]),
    )
    await expect(forced).rejects.toThrow('memberships_administrators_apart')
    expect((await accountOf(id)).roles).toEqual(['admin'])
  })

  it('are not made of an account whose initial password its maker knows', async () => {
    const [admin, security] = [await as('admin'), await as('security')]
    const { id, version } = (await app().post(base, newcomer('cara.trap'), admin.headers)).body as Account
    const answer = await put(`${base}/${id}/roles`, { version, roles: ['security'] }, security)
    expect(codeOf(answer)).toBe('access.password_not_changed')
  })

  it("cannot be taken over: an administrator's password is not reset by another one", async () => {
    const [admin, security] = [await as('admin'), await as('security')]
    const answer = await app().post(
      `${base}/${security.accountId}/password`,
      { password: 'taken over now' },
      admin.headers,
    )
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.administrators_password' } })
  })

  it('do nothing to their own account', async () => {
    const [admin, security] = [await as('admin'), await as('security')]
    expect(codeOf(await app().post(`${base}/${admin.accountId}/disable`, {}, admin.headers))).toBe('access.own_account')
    const own = { version: 1, roles: ['security', 'leader'] }
    expect(codeOf(await put(`${base}/${security.accountId}/roles`, own, security))).toBe('access.own_account')
  })
})

describe('accounts of a zone', () => {
  it('lose what they may do at their next request when their roles are taken', async () => {
    const [security, audit] = [await as('security'), await as('audit')]
    const log = '/api/zones/linyi/access-events'
    expect((await app().get(log, audit.headers)).status).toBe(200)
    const { id, version } = await accountOf(audit.accountId)
    await put(`${base}/${id}/roles`, { version, roles: ['officer'] }, security)
    expect((await app().get(log, audit.headers)).status).toBe(403)
    await put(`${base}/${id}/roles`, { version: version + 1, roles: [] }, security)
    expect((await app().get(log, audit.headers)).status).toBe(404)
  })

  it('are changed by one of two at once: the other is told', async () => {
    const [security, officer] = [await as('security'), await as('officer')]
    const { id, version } = await accountOf(officer.accountId)
    const answers = await Promise.all(
      (['leader', 'agent'] as const).map((role) => put(`${base}/${id}/roles`, { version, roles: [role] }, security)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  it('stand for an enterprise when they are enterprise accounts', async () => {
    const [security, officer] = [await as('security'), await as('officer')]
    const { id, version } = await accountOf(officer.accountId)
    const answer = await put(`${base}/${id}/roles`, { version, roles: ['enterprise'] }, security)
    expect(codeOf(answer)).toBe('access.enterprise_missing')
  })

  it("are nobody's business in another zone: unknown there, and disabled only where they were made", async () => {
    const [admin, stranger] = [await as('admin', 'jiexiu'), await as('officer')]
    const disable = (id: string) => app().post(`/api/zones/jiexiu/accounts/${id}/disable`, {}, admin.headers)
    expect((await disable(stranger.accountId)).status).toBe(404)
    const zone = await zoneRef(app().db, 'jiexiu')
    const guest = await inZone(app().db, zone.id, async (db) => {
      const context = testContext(new Date(), zone)
      const made = await createAccount(db, context, { ...newcomer('cara.guest'), mustChange: false, homeZone: null })
      await sql`insert into access.memberships (zone_id, id, version, created_at, created_by, updated_at, updated_by, account_id, roles)
        values (${zone.id}, ${made.id}, 1, ${made.created_at}, 'test', ${made.created_at}, 'test', ${made.id}, '{officer}')`.execute(
        db,
      )
      return made
    })
    expect(codeOf(await disable(guest.id))).toBe('access.other_home')
  })

  it('have logins that are taken once, whatever their case, and of sane characters', async () => {
    const admin = await as('admin')
    await app().post(base, newcomer('cara.twice'), admin.headers)
    expect(codeOf(await app().post(base, newcomer('CARA.Twice'), admin.headers))).toBe('access.login_taken')
    expect(codeOf(await app().post(base, newcomer('a b'), admin.headers))).toBe('access.login_malformed')
  })

  it('stand in the journal of the zone with what was before and after', async () => {
    const [security, officer] = [await as('security'), await as('officer')]
    const { id, version } = await accountOf(officer.accountId)
    await put(`${base}/${id}/roles`, { version, roles: ['leader'] }, security)
    const zone = await zoneRef(app().db, 'linyi')
    const events = await inZone(app().db, zone.id, (db) =>
      db
        .selectFrom('journal.events')
        .select(['action', 'actor_id', 'before', 'after'])
        .where('zone_id', '=', zone.id)
        .where('subject_id', '=', id)
        .orderBy('id', 'desc')
        .execute(),
    )
    expect(events[0]).toMatchObject({
      action: 'setRoles',
      actor_id: security.accountId,
      before: { roles: ['officer'] },
      after: { roles: ['leader'] },
    })
  })
})
