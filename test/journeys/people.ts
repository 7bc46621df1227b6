import type { Page } from 'playwright-core'
import type { Role } from '../../src/kernel/role.ts'
import { demoPassword, ensureDemoAccount } from '../../src/platform/access/demo.ts'
import { setStanding } from '../../src/platform/access/memberships.ts'
import { endSessionsOf, openSession } from '../../src/platform/access/sessions.ts'
import { findByLogin } from '../../src/platform/access/store.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/module.ts'
import { testContext, zoneRef } from '../support/accounts.ts'

/** Makes the demo account of a role in 临猗 and answers its login. */
export async function person(db: Database, role: Role): Promise<string> {
  const zone = await zoneRef(db, 'linyi')
  const context = testContext(new Date(), zone)
  const { login } = await inZone(db, zone.id, (zoned) => ensureDemoAccount(zoned, context, { zone, role }))
  return login
}

/** Signs in as a person does, at whatever page asks for it. */
export async function signIn(page: Page, login: string, password = demoPassword): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('口令', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** The page at an address that only signed-in people see. */
export async function openAs(page: Page, login: string, address: string): Promise<void> {
  await page.goto(address)
  await signIn(page, login)
  // Only the sign-in page itself is called so: a page may have 登录 in its name.
  await page
    .locator('h1')
    .filter({ hasNotText: /^登录$/ })
    .first()
    .waitFor()
}

/** The same for whoever signed in before: what the form does is proved where signing in is what happens. */
export async function openSignedIn(page: Page, db: Database, login: string, address: string): Promise<void> {
  const account = await findByLogin(db, login)
  if (!account) throw new Error(`nobody is called ${login}`)
  const { token } = await openSession(db, { accountId: account.id, now: new Date(), replaces: null })
  await page.context().addCookies([{ name: 'luodi_session', value: token, domain: '127.0.0.1', path: '/' }])
  await page.goto(address)
  await page.locator('.signed-in-bar').waitFor()
  await page.locator('h1').first().waitFor()
}

/** What the server does when nobody has done anything for half an hour. */
export async function endSession(db: Database, login: string): Promise<void> {
  const account = await findByLogin(db, login)
  if (account) await endSessionsOf(db, account.id)
}

/** A person with roles in two zones. */
export async function personOfTwoZones(db: Database): Promise<string> {
  const login = await person(db, 'leader')
  const account = await findByLogin(db, login)
  const zone = await zoneRef(db, 'jiexiu')
  const standing = { roles: ['leader'] as const, enterpriseId: null, personId: null }
  if (account) {
    await inZone(db, zone.id, (zoned) => setStanding(zoned, testContext(new Date(), zone), { zone, account, standing }))
  }
  return login
}
