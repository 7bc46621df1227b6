import { describe, expect, it } from 'vitest'
import { testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import { disableAccount, getByLogin } from './accounts.ts'
import { demoPassword, ensureDemoAccount, listDemoLogins, refuseDemoAccounts } from './demo.ts'

const app = startTestApp()

async function ensure() {
  const zone = await zoneRef(app().db, 'linyi')
  const context = testContext(new Date(), zone)
  return inZone(app().db, zone.id, (db) => ensureDemoAccount(db, context, { zone, role: 'officer' }))
}

describe('a demo account', () => {
  it('signs in with the password that everybody knows, as its role', async () => {
    await ensure()
    const answer = await app().post('/api/session', { login: 'officer@linyi.demo', password: demoPassword })
    expect(answer).toMatchObject({
      status: 200,
      body: { account: { demo: true, mustChange: false }, zones: [{ code: 'linyi', roles: ['officer'] }] },
    })
  })

  it('is made once, however often it is asked for', async () => {
    expect((await ensure()).id).toBe((await ensure()).id)
    expect(await listDemoLogins(app().db)).toEqual(['officer@linyi.demo'])
  })

  it('keeps production mode from starting until it is disabled', async () => {
    await expect(refuseDemoAccounts(app().db)).rejects.toMatchObject({ code: 'access.demo_in_production' })
    await disableAccount(app().db, testContext(new Date()), await getByLogin(app().db, 'officer@linyi.demo'))
    await expect(refuseDemoAccounts(app().db)).resolves.toBeUndefined()
  })
})
