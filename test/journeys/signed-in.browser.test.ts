import { expect } from 'vitest'
import { journey } from '../setup/journey.ts'
import { openAs, person, personOfTwoZones, signIn } from './people.ts'
import { axeFindings } from './steps.ts'

journey(
  'whoever signs in begins with the first page of the role, and signing out leaves nothing behind',
  async ({ deskPage, db }) => {
    await deskPage.goto('/')
    await deskPage.getByRole('link', { name: '登录' }).click()
    await signIn(deskPage, await person(db, 'admin'))
    await deskPage.getByRole('heading', { name: '人员与账号' }).waitFor()
    expect(await axeFindings(deskPage)).toEqual([])
    await deskPage.goto('/')
    await deskPage.getByRole('heading', { name: '人员与账号' }).waitFor()
    await deskPage
      .getByRole('banner')
      .getByRole('button', { name: /系统管理员/ })
      .click()
    await deskPage.getByRole('button', { name: '退出登录' }).click()
    // The header knows at once that nobody is signed in; the first page arrives a moment later.
    await deskPage.waitForURL((url) => url.pathname === '/')
    await deskPage.getByRole('link', { name: '登录' }).waitFor()
    await deskPage.goto('/admin/accounts?zone=linyi')
    await deskPage.getByRole('heading', { name: '登录' }).waitFor()
  },
)

journey('the zone switch keeps the list and leaves the record of the other zone', async ({ deskPage, db }) => {
  await openAs(deskPage, await personOfTwoZones(db), '/records/enterprises?zone=linyi')
  await deskPage.getByLabel('开发区', { exact: true }).selectOption('jiexiu')
  await expect.poll(() => deskPage.url()).toContain('zone=jiexiu')
  expect(new URL(deskPage.url()).pathname).toBe('/records/enterprises')
  await deskPage.goto('/records/enterprises?zone=qixian')
  await deskPage.getByText('没有这个开发区，或您不是它的成员').waitFor()
  await deskPage.goto('/guide')
  await deskPage.getByRole('heading', { level: 1 }).waitFor()
})

journey(
  'one administrator makes an account, another says what it may do, its owner changes the password',
  async ({ visit, db }) => {
    const [admin, security, owner] = [await visit(), await visit(), await visit()]
    await openAs(admin, await person(db, 'admin'), '/admin/accounts?zone=linyi')
    await admin.getByRole('button', { name: '新建账号' }).click()
    await admin.getByLabel('姓名', { exact: true }).fill('李小红')
    await admin.getByLabel('登录名', { exact: true }).fill('xiaohong')
    await admin.getByLabel('初始口令').fill('given-to-her-1')
    await admin.getByRole('button', { name: '建立账号' }).click()
    await admin.getByRole('button', { name: '李小红' }).waitFor()
    await openAs(security, await person(db, 'security'), '/admin/accounts?zone=linyi')
    await security.getByRole('button', { name: '李小红' }).click()
    expect(await security.getByRole('button', { name: '停用账号' }).count()).toBe(0)
    await security.getByLabel('经办人员').check()
    await security.getByRole('button', { name: '保存角色' }).click()
    await security.getByRole('row', { name: /李小红.*经办人员/ }).waitFor()
    expect(await axeFindings(security)).toEqual([])
    await owner.goto('/records/enterprises?zone=linyi')
    await signIn(owner, 'xiaohong', 'given-to-her-1')
    await owner.getByText('您用的是初始口令').waitFor()
    await owner.getByLabel('当前口令').fill('given-to-her-1')
    await owner.getByLabel('新口令', { exact: true }).fill('her-own-secret-2')
    await owner.getByLabel('再输一次新口令').fill('her-own-secret-3')
    await owner.getByRole('button', { name: '修改口令' }).click()
    await owner.getByText('两次输入的新口令不一样').waitFor()
    await owner.getByLabel('再输一次新口令').fill('her-own-secret-2')
    await owner.getByRole('button', { name: '修改口令' }).click()
    await owner.getByRole('button', { name: /李小红/ }).waitFor()
    await owner.getByRole('heading', { level: 1 }).filter({ hasNotText: '修改口令' }).waitFor()
  },
)
