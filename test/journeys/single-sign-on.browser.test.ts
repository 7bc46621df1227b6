import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { hashPassword } from '../../src/platform/access/passwords.ts'
import type { Database } from '../../src/platform/module.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { type HonestProvider, honestProvider } from '../support/honest-provider.ts'
import { person, signIn } from './people.ts'
import { axeFindings, overflow } from './steps.ts'

/** The pages' address is known only when they are served: the provider takes any way back to this machine that is registered then. */
let honest: HonestProvider | undefined

beforeAll(() => vi.stubEnv('LUODI_ALLOW_HOSTS', '127.0.0.1'))
afterAll(async () => {
  vi.unstubAllEnvs()
  await honest?.close()
})

async function providerFor(address: string): Promise<HonestProvider> {
  honest ??= await honestProvider({
    ...{ id: 'luodi', secret: 'a-secret-of-the-client' },
    ...{ redirectUri: `${address}/sign-in/back`, afterSignOut: `${address}/` },
  })
  return honest
}

/** The provider's own two pages: who it is, and whether this program may know. */
async function throughProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('any')
  await page.locator('button[type="submit"]').click()
  await page.getByRole('heading', { name: 'Authorize' }).waitFor()
  await page.locator('button[type="submit"]').click()
}

const password = 'correct horse battery'

/** As a system administrator would give it, and its owner change it. */
async function givePassword(db: Database, name: string): Promise<void> {
  const hash = await hashPassword(password)
  await db.updateTable('access.accounts').set({ password: hash }).where('name', '=', name).execute()
}

journey(
  'one administrator sets a provider, another one switches it on, and an officer comes in by it and goes out again',
  { timeout: 240_000 },
  async ({ visit, firstVisit, db, address }) => {
    const { issuer, people } = await providerFor(address)
    people.set('wang', { name: '王芳', preferred_username: 'wangfang', groups: ['/经办'] })
    const [security, admin, officer] = [await visit(), await visit(), await firstVisit(phone, [issuer])]
    await security.goto('/admin/providers?zone=linyi')
    await signIn(security, await person(db, 'security'))
    await security.getByText('还没有统一登录').waitFor()
    await security.getByRole('button', { name: '添加统一登录' }).click()
    await security.getByLabel('名称（登录按钮上显示）').fill('统一身份认证')
    await security.getByLabel('签发者（issuer）').fill(issuer.replace('127.0.0.1', 'nowhere.invalid'))
    await security.getByRole('button', { name: '试连' }).click()
    await security.getByText(/^地址没有加密|^找不到这个服务器名/).waitFor()
    await security.getByLabel('签发者（issuer）').fill(issuer)
    await security.getByRole('button', { name: '试连' }).click()
    await security.getByText(/^连接正常/).waitFor()
    await security.getByLabel('客户端编号（client ID）').fill('luodi')
    await security.getByLabel('客户端密钥（client secret）').fill('a-secret-of-the-client')
    await security.getByLabel(/^第一次来的人自动建立账号/).check()
    await security.getByLabel(/^列出分组的声明/).fill('groups')
    await security.getByRole('button', { name: '加一行' }).click()
    await security.getByLabel('第 1 行：分组').fill('/经办')
    await security.getByLabel('第 1 行：角色').selectOption({ label: '经办人员' })
    expect(await axeFindings(security)).toEqual([])
    await security.getByRole('button', { name: '保存' }).click()
    await security.getByText('‖ 停用，等系统管理员启用').waitFor()

    await admin.goto('/admin/providers?zone=linyi')
    await signIn(admin, await person(db, 'admin'))
    await admin.getByRole('button', { name: '启用', exact: true }).click()
    await admin.getByText('○ 启用').waitFor()
    expect(await axeFindings(admin)).toEqual([])

    await officer.goto('/sign-in?back=%2Faccount%3Fzone%3Dlinyi')
    const button = officer.getByRole('button', { name: '用统一身份认证登录' })
    await button.waitFor()
    expect(await axeFindings(officer)).toEqual([])
    expect(await overflow(officer)).toBe(0)
    await button.click()
    await throughProvider(officer, 'wang')
    await officer.getByRole('heading', { name: '账号与登录安全' }).waitFor()
    expect(new URL(officer.url()).search).toBe('?zone=linyi')
    const linked = officer.getByRole('region', { name: '统一登录' })
    await linked.getByText('统一身份认证').first().waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await linked.getByRole('button', { name: /^解除关联/ }).click()
    await linked.getByText('这是您唯一的登录方式').waitFor()
    await givePassword(db, '王芳')
    await officer.reload()
    await linked.getByRole('button', { name: /^解除关联/ }).click()
    await linked.getByLabel('当前口令').fill('not the right one')
    const unlink = linked.getByRole('button', { name: '解除与统一身份认证的关联' })
    await unlink.click()
    await linked.getByText('当前口令不对').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    expect(await overflow(officer)).toBe(0)
    await linked.getByLabel('当前口令').fill(password)
    await unlink.click()
    await linked.getByText('还没有关联').waitFor()
    await officer.goBack()
    expect(officer.url()).not.toContain('code=')
    await officer.goto('/account?zone=linyi')
    await officer.getByText('王芳').first().click()
    await officer.getByRole('button', { name: '退出登录' }).click()
    await officer.getByRole('button', { name: /yes/i }).click()
    await officer.waitForURL((url) => url.origin === address)
    await officer.goto('/account?zone=linyi')
    await officer.getByRole('heading', { name: '登录', exact: true }).waitFor()
  },
)

journey('a way back without anything to show for it says so, and leads to the sign-in page', async ({ visit }) => {
  const page = await visit(phone)
  await page.goto('/sign-in/back?code=x&state=y')
  await page.getByRole('alert').getByText('这次登录已过期').waitFor()
  expect(new URL(page.url()).search).toBe('')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: '回到登录页' }).click()
  await page.getByLabel('登录名').waitFor()
})
