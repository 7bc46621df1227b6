import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { openSignedIn, person } from './people.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'

const desk = '/catalogue-desk?zone=linyi'
const inForce = '/api/catalogue/versions'

journey(
  'an administrator takes up the catalogue, an officer writes a rule and an edit, a leader publishes',
  async ({ visit, address, db }) => {
    const [admin, officer, leader] = [await visit(), await visit(), await visit()]
    await openSignedIn(admin, db, await person(db, 'admin'), `${desk}&tab=settings`)
    await admin.getByRole('button', { name: '由本区认领' }).click()
    await admin.getByText('开发区“linyi”').waitFor()

    await openSignedIn(officer, db, await person(db, 'officer'), desk)
    await officer.getByLabel('为什么修订').fill('年度修订')
    await officer.getByRole('button', { name: '开始草稿' }).click()
    await officer.getByText('还没有修改').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await officer.getByRole('tab', { name: '试规则' }).click()
    const rule = officer.getByLabel('适用规则')
    await rule.fill('landArea')
    await rule.press('Tab')
    await officer.keyboard.press('Enter')
    expect(await rule.inputValue()).toBe('landAreaHa')
    await officer.keyboard.type(' >= 3 and newCompani = true')
    await officer.getByText('是否指“newCompany”').waitFor()
    await rule.fill('landAreaHa >= 3')
    await officer.getByText('3 个项目：要办 2，不用办 1').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await openAt(officer, `${desk}&tab=rows&list=matters&code=seal`)
    await officer.getByLabel('说明', { exact: true }).fill('刻章点见公告')
    await officer.getByLabel('理由').first().fill('补充说明')
    await officer.getByRole('button', { name: '存入草稿' }).click()
    await officer.getByRole('tab', { name: '修改对照' }).click()
    await officer.getByText('刻章点见公告').waitFor()

    await openSignedIn(leader, db, await person(db, 'leader'), `${desk}&tab=checks`)
    await leader.getByLabel('理由').first().fill('同意发布')
    await leader.getByRole('button', { name: '发布为现行版本' }).click()
    await leader.getByText('还没有草稿').waitFor()
    const { rows } = (await (await fetch(`${address}${inForce}`)).json()) as {
      rows: { origin: string; current: boolean }[]
    }
    expect(rows.filter(({ current }) => current)).toMatchObject([{ origin: 'desk' }])
  },
)

journey('the exchange says what will stand there, on a phone too', async ({ visit, db }) => {
  const page = await visit({ ...phone, viewport: { width: 320, height: 720 } })
  await openSignedIn(page, db, await person(db, 'officer'), '/exchange?zone=linyi')
  await page.getByText('还没有接收过').waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})
