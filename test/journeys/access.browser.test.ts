import { expect } from 'vitest'
import { demoPassword } from '../../src/platform/access/demo.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { openAs, person, signIn } from './people.ts'
import { axeFindings, overflow } from './steps.ts'

journey(
  'an officer makes an API token for a program, which reads by it until it is revoked',
  async ({ visit, db, address }) => {
    const officer = await visit(phone)
    await officer.goto('/account?zone=linyi')
    await signIn(officer, await person(db, 'officer'))
    await officer.getByRole('button', { name: '生成令牌' }).click()
    await officer.getByLabel('用途').fill('夜间取数')
    await officer.getByLabel(/^enterprises\.read/).check()
    expect(await axeFindings(officer)).toEqual([])
    await officer.getByRole('button', { name: '生成', exact: true }).click()
    const token = (await officer.getByText(/^luodi_[\w-]{43}$/).textContent()) ?? ''
    const read = () =>
      fetch(`${address}/api/zones/linyi/enterprises`, { headers: { authorization: `Bearer ${token}` } })
    expect((await read()).status).toBe(200)
    await officer.getByRole('button', { name: '我已保存' }).click()
    await officer.getByText(token).waitFor({ state: 'detached' })
    await officer.getByRole('button', { name: '作废：夜间取数' }).click()
    await officer.getByText('还没有令牌').waitFor()
    expect((await read()).status).toBe(401)
  },
)

journey(
  'the security administrator learns why somebody cannot see something, and makes a role have a second factor',
  async ({ visit, db }) => {
    const [security, supervisor] = [await visit(), await visit()]
    const [login, mine] = [await person(db, 'audit'), await person(db, 'security')]
    await openAs(security, mine, '/admin/accounts?zone=linyi')
    await security
      .getByRole('row', { name: new RegExp(login) })
      .getByRole('button')
      .click()
    const why = security.getByRole('region', { name: '为什么能／不能看到' })
    await why.getByLabel('哪类资料').selectOption({ label: '企业' })
    await why.getByRole('button', { name: '查原因' }).click()
    await why.getByText('结论：看不到').waitFor()
    await why.getByText(/没有 enterprises\.read；持有它的角色：.*经办人员/).waitFor()
    expect(await axeFindings(security)).toEqual([])
    await security.goto('/admin/accounts?zone=linyi')
    await security.getByLabel('督查人员').check()
    await security.getByRole('button', { name: '保存' }).click()
    await security.getByText('已保存。').waitFor()
    await supervisor.goto('/records/enterprises?zone=linyi')
    await signIn(supervisor, await person(db, 'supervisor'))
    await supervisor.getByRole('link', { name: '去设置两步验证' }).first().click()
    await supervisor.getByRole('heading', { name: '账号与登录安全' }).waitFor()
  },
)

journey(
  'whoever is signed in in several places ends the others in one press, with the password once some time has passed',
  async ({ visit, db }) => {
    const login = await person(db, 'officer')
    const places = [await visit(phone), await visit(phone), await visit()]
    for (const page of places) await openAs(page, login, '/account?zone=linyi')
    const [here, other] = places
    if (!here || !other) throw new Error('no page')
    await db
      .updateTable('access.sessions')
      .set({ created_at: new Date(Date.now() - 11 * 60_000) })
      .execute()
    for (const [language, words] of [
      ['en', { list: 'Where you are signed in', field: 'Current password', end: /^End the \d+ others$/ }],
      ['zh', { list: '当前登录', field: '当前口令', end: /^退出其他 \d+ 处登录$/ }],
    ] as const) {
      await here.evaluate((chosen) => localStorage.setItem('luodi.preferences', chosen), JSON.stringify({ language }))
      await here.goto('/account?zone=linyi')
      const list = here.getByRole('region', { name: words.list })
      await list.getByLabel(words.field).waitFor()
      expect(await axeFindings(here)).toEqual([])
      expect(await overflow(here)).toBe(0)
      await list.getByRole('button', { name: words.end }).waitFor()
    }
    const list = here.getByRole('region', { name: '当前登录' })
    const endAll = list.getByRole('button', { name: /^退出其他/ })
    await endAll.click()
    await list.getByText('请先输入当前口令').waitFor()
    await list.getByLabel('当前口令').fill(demoPassword)
    await endAll.click()
    await endAll.waitFor({ state: 'detached' })
    await list.getByLabel('当前口令').waitFor({ state: 'detached' })
    await list.getByText('本机').waitFor()
    await other.goto('/account?zone=linyi')
    await other.getByLabel('登录名').waitFor()
  },
)

journey('the system administrator sees how the system is, on desk and phone', async ({ visit, db }) => {
  const login = await person(db, 'admin')
  for (const page of [await visit(), await visit(phone)]) {
    await openAs(page, login, '/admin/system?zone=linyi')
    const state = page.getByRole('list', { name: '状况' })
    await state.getByText('外部数据库').waitFor()
    await state.getByText(/数据目录所在磁盘剩余/).waitFor()
    await state.getByText(/等待 \d+ 条/).waitFor()
    expect(await axeFindings(page)).toEqual([])
  }
})
