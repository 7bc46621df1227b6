import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { openSignedIn, person } from './people.ts'
import { axeFindings, overflow } from './steps.ts'

const list = '/records/enterprises?zone=linyi'
const csv = '企业名称,状态,注册资本\n示例甲厂,在产,1.2亿\n示例乙厂,开业,3\n示例丙厂,在建,\n'
const file = { name: '企业.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }

journey(
  'an officer imports a sheet: compared, confirmed, the faulty line named, on a screen and on a phone',
  async ({ deskPage, visit, db }) => {
    const officer = await person(db, 'officer')
    deskPage.setDefaultTimeout(45_000)
    await openSignedIn(deskPage, db, officer, list)
    await deskPage.getByRole('button', { name: /导入 \/ 导出/ }).click()
    expect(await axeFindings(deskPage)).toEqual([])
    await deskPage.getByLabel('导入表格').setInputFiles(file)
    await deskPage.getByRole('heading', { name: '导入企业' }).waitFor()
    await deskPage.getByText('“开业”不在选项之内', { exact: false }).waitFor()
    expect(await axeFindings(deskPage)).toEqual([])
    await deskPage.getByRole('tab', { name: '新增 2' }).click()
    await deskPage.getByText('120000000.00').waitFor()

    const small = await visit(phone)
    await openSignedIn(small, db, officer, new URL(deskPage.url()).pathname + new URL(deskPage.url()).search)
    await small.getByText('示例甲厂').first().waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])

    await deskPage.getByRole('button', { name: '确认导入 2 行' }).click()
    await deskPage.getByText('导入完成。').waitFor()
    await deskPage.getByRole('link', { name: '← 返回企业' }).click()
    await deskPage.getByText('示例丙厂').waitFor()
  },
  240_000,
)
