import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { endSession, openAs, openSignedIn, person, signIn } from './people.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'
import { worker } from './zone.ts'

const list = '/records/enterprises?zone=linyi'
const save = { name: '保存', exact: true }

async function fill(page: Page, name: string): Promise<void> {
  await page.getByLabel('企业名称', { exact: true }).fill(name)
  await page.getByLabel('状态', { exact: true }).selectOption('在建')
  await page.getByLabel(/^注册资本/).fill('1.2亿')
}

async function create(page: Page, name: string): Promise<void> {
  await openAt(page, `${list}&record=new`)
  await fill(page, name)
  await page.getByRole('button', save).click()
  await page.getByText('已保存。').waitFor()
}

journey(
  'a wrong password and an unknown login get one sentence, and the right one leads back',
  async ({ deskPage, db }) => {
    const officer = await person(db, 'officer')
    await deskPage.goto(list)
    await signIn(deskPage, officer, 'wrong-password')
    const refusal = deskPage.getByRole('alert')
    const said = await refusal.textContent()
    await deskPage.getByLabel('登录名').fill('nobody@linyi.demo')
    await deskPage.getByLabel('口令', { exact: true }).fill('wrong-password')
    await deskPage.getByRole('button', { name: '登录' }).click()
    await deskPage.getByRole('alert').waitFor()
    expect(await refusal.textContent()).toBe(said)
    expect(await axeFindings(deskPage)).toEqual([])
    await signIn(deskPage, officer)
    await deskPage.getByRole('heading', { name: '企业', level: 1 }).waitFor()
    expect(new URL(deskPage.url()).pathname).toBe('/records/enterprises')
  },
)

journey('an officer makes, finds, changes and archives a record', async ({ deskPage, db }) => {
  await openSignedIn(deskPage, db, await person(db, 'officer'), list)
  await deskPage.getByText('还没有企业。').waitFor()
  expect(await axeFindings(deskPage)).toEqual([])
  await deskPage.getByRole('button', { name: '新建第一条企业' }).click()
  await deskPage.getByRole('button', save).click()
  await deskPage.getByRole('link', { name: '请填写“企业名称”。' }).click()
  await expect.poll(() => deskPage.evaluate(() => document.activeElement?.id)).toBe('enterprises-name')
  expect(await axeFindings(deskPage)).toEqual([])
  await fill(deskPage, '示例果汁有限公司')
  await deskPage.getByText('= 1.2 亿元').waitFor()
  await deskPage.getByRole('button', save).click()
  await deskPage.getByText('已保存。').waitFor()
  expect(await axeFindings(deskPage)).toEqual([])
  await deskPage.getByRole('button', { name: '修改', exact: true }).click()
  await deskPage.getByLabel(/^备注/).fill('二期在谈')
  await deskPage.getByRole('button', save).click()
  await deskPage.getByRole('tab', { name: '历史' }).click()
  await deskPage.getByText('备注：').waitFor()
  await deskPage.getByRole('button', { name: '关闭' }).click()
  await deskPage.getByLabel('关键字').fill('果汁')
  await deskPage.getByRole('link', { name: '示例果汁有限公司' }).click()
  await deskPage.getByRole('button', { name: '归档', exact: true }).click()
  await deskPage.getByRole('button', { name: '确认归档' }).click()
  await deskPage.getByRole('button', { name: '恢复' }).waitFor()
  await deskPage.getByRole('button', { name: '关闭' }).click()
  await deskPage.getByText('没有符合条件的企业。').waitFor()
})

journey('two people change one record: the second sees what the first did and chooses', async ({ visit, db }) => {
  const [mine, theirs] = [await visit(), await visit()]
  await openSignedIn(mine, db, await person(db, 'officer'), list)
  await openSignedIn(theirs, db, await person(db, 'promoter'), list)
  await create(mine, '示例装备有限公司')
  await mine.getByRole('button', { name: '修改', exact: true }).click()
  await openAt(theirs, mine.url())
  await theirs.getByLabel('企业名称', { exact: true }).fill('对方改的名字')
  await theirs.getByLabel('规模', { exact: false }).first().selectOption('大型')
  await theirs.getByRole('button', save).click()
  await theirs.getByText('已保存。').waitFor()
  await mine.getByLabel('企业名称', { exact: true }).fill('我改的名字')
  await mine.getByLabel(/^备注/).fill('我写的备注')
  await mine.getByRole('button', save).click()
  const conflict = mine.locator('.conflict')
  await conflict.getByText('招商人员（演示）').waitFor()
  expect(await conflict.getByRole('group').count()).toBe(1)
  expect(await axeFindings(mine)).toEqual([])
  await conflict.getByLabel('用对方的：对方改的名字').check()
  await conflict.getByRole('button').click()
  await mine.getByRole('button', save).click()
  await mine.getByText('已保存。').waitFor()
  const facts = (await mine.locator('.facts').textContent()) ?? ''
  expect(facts).toContain('对方改的名字')
  expect(facts).toContain('大型')
  expect(facts).toContain('我写的备注')
})

journey('a session that ends in the middle of a form loses nothing that was typed', async ({ deskPage, db }) => {
  const officer = await person(db, 'officer')
  await openAs(deskPage, officer, `${list}&record=new`)
  await fill(deskPage, '没有来得及保存的公司')
  await endSession(db, officer)
  await deskPage.getByRole('button', save).click()
  await deskPage.getByText('登录后回到刚才的页面').waitFor()
  await signIn(deskPage, officer)
  await deskPage.getByText('上次没有保存的内容还在。').waitFor()
  expect(await deskPage.getByLabel('企业名称', { exact: true }).inputValue()).toBe('没有来得及保存的公司')
  await deskPage.getByRole('button', save).click()
  await deskPage.getByText('已保存。').waitFor()
})

journey('rows are walked with J and K, and everything is called by its initials', async ({ deskPage, db }) => {
  await openSignedIn(deskPage, db, await person(db, 'officer'), list)
  await create(deskPage, '甲公司')
  await create(deskPage, '乙公司')
  await openAt(deskPage, list)
  await deskPage.locator('[data-row-link]').nth(1).waitFor()
  const focused = () => deskPage.evaluate(() => document.activeElement?.textContent)
  const names = await deskPage.locator('[data-row-link]').allTextContents()
  await deskPage.keyboard.press('j')
  await deskPage.keyboard.press('j')
  expect(await focused()).toBe(names[1])
  await deskPage.keyboard.press('k')
  expect(await focused()).toBe(names[0])
  await deskPage.keyboard.press('Enter')
  await deskPage.getByRole('heading', { name: names[0] ?? '', level: 2 }).waitFor()
  await deskPage.keyboard.press('Control+k')
  await deskPage.getByRole('combobox', { name: '查找页面、操作和记录' }).fill('bm')
  await deskPage.getByRole('option', { name: '部门', exact: true }).waitFor()
  expect(await axeFindings(deskPage)).toEqual([])
  await deskPage.keyboard.press('Enter')
  await deskPage.getByRole('heading', { name: '部门', level: 1 }).waitFor()
})

journey('Ctrl+K pressed while the page is still on its way opens the menu', async ({ deskPage, db }) => {
  await openSignedIn(deskPage, db, await person(db, 'officer'), list)
  const wait = new Promise((resolve) => setTimeout(resolve, 3_000))
  await deskPage.route(/signed-in-bar-.*\.js$/, (route) => wait.then(() => route.continue()))
  await deskPage.goto(list)
  await deskPage.locator('h1').waitFor()
  await deskPage.keyboard.press('Control+k')
  expect(await deskPage.getByRole('combobox', { name: '查找页面、操作和记录' }).count()).toBe(0)
  await deskPage.getByRole('combobox', { name: '查找页面、操作和记录' }).fill('bm')
  await deskPage.getByRole('option', { name: '部门', exact: true }).waitFor()
})

journey('on a phone of 320 px a list is cards and a record the whole screen', async ({ visit, db }) => {
  const page = await visit({ ...phone, viewport: { width: 320, height: 640 } })
  await openSignedIn(page, db, await person(db, 'officer'), list)
  await create(page, '窄屏上的公司')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('link', { name: '窄屏上的公司' }).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await axeFindings(page)).toEqual([])
})

journey('who may only read is offered nothing to write, and who may not read is told so', async ({ visit, db }) => {
  const [reader, stranger] = [await visit(), await visit()]
  await openSignedIn(reader, db, await person(db, 'supervisor'), list)
  await reader.getByLabel('关键字').waitFor()
  expect(await reader.getByRole('button', { name: /新建/ }).count()).toBe(0)
  await stranger.goto(list)
  await signIn(stranger, await person(db, 'audit'))
  await stranger.getByText('没有这类资料').waitFor()
  await stranger.goto('/admin/accounts?zone=linyi')
  await stranger.getByText('您的角色不能打开此页').waitFor()
})

journey(
  'a person who asks for it is erased from a page, for good, and the record stays',
  { timeout: 240_000 },
  async ({ visit, address, db }) => {
    const officer = await worker({ address, db }, 'officer')
    const made = async (path: string, given: object) => ((await officer.post(path, given)).record as { id: string }).id
    const enterpriseId = await made('/enterprises', { name: '示例糕点有限公司', status: 'building' })
    const given = { name: '李小红', phone: '13900001234', main: true, enterpriseId }
    const page = await visit(phone)
    await openSignedIn(
      page,
      db,
      await person(db, 'security'),
      `/records/contacts?zone=linyi&record=${await made('/contacts', given)}`,
    )
    const facts = page.locator('.facts')
    await facts.getByText(/^李/).waitFor()
    expect(await facts.textContent()).not.toContain('李小红')
    await page.getByRole('button', { name: '抹除个人信息' }).click()
    const form = page.getByRole('form', { name: '抹除个人信息' })
    await form.getByText('不能恢复').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await form.getByLabel('依据或理由').fill('本人书面申请删除')
    await form.getByRole('button', { name: '确认抹除' }).click()
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button', { name: '抹除个人信息' }).count()).toBe(0)
    await facts.getByText('示例糕点有限公司').waitFor()
    await expect.poll(() => facts.textContent()).not.toContain('李')
    await page.getByRole('tab', { name: '历史' }).click()
    await page.getByText('本人书面申请删除').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  },
)
