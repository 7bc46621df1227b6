import { readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { Database } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { readWorkbook } from '../../src/platform/sheets/read.ts'
import { drain } from '../../src/platform/worker/drain.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { openSignedIn, person } from './people.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'

const many = 5_200
const csv = `企业名称,状态,注册资本\n${Array.from({ length: many }, (_, i) => `示例第${i}厂,在产,1.2亿\n`).join('')}`
const file = { name: '企业.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
const list = '/records/enterprises?zone=linyi'

async function work(db: Database): Promise<void> {
  await drain({ db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => new Date() })
}

journey(
  'a list too long to wait for is made in the background: looked after, taken home, stopped',
  async ({ deskPage, visit, db }) => {
    const officer = await person(db, 'officer')
    deskPage.setDefaultTimeout(45_000)
    await openSignedIn(deskPage, db, officer, list)
    await deskPage.getByRole('button', { name: /导入 \/ 导出/ }).click()
    await deskPage.getByLabel('导入表格').setInputFiles(file)
    await deskPage.getByText('正在逐格比对…').waitFor()
    await work(db)
    await deskPage.getByRole('button', { name: `确认导入 ${many} 行` }).click()
    await deskPage.getByText('正在写入', { exact: false }).waitFor()
    await work(db)
    await deskPage.getByText('导入完成。').waitFor()

    await openAt(deskPage, list)
    await deskPage.getByRole('button', { name: /导入 \/ 导出/ }).click()
    await deskPage.getByRole('button', { name: '导出 Excel' }).click()
    await deskPage.getByRole('heading', { name: '导出企业' }).waitFor()
    await deskPage.getByText(`0 / ${many} 条`).waitFor()
    expect(await axeFindings(deskPage)).toEqual([])
    const small = await visit(phone)
    await openSignedIn(small, db, officer, '/records/enterprises/exports?zone=linyi')
    await small.getByRole('button', { name: '停止' }).waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])
    await work(db)

    const taking = deskPage.waitForEvent('download')
    await deskPage.getByRole('button', { name: '下载' }).click()
    const taken = await taking
    expect(taken.suggestedFilename()).toMatch(/^企业-\d{4}-\d\d-\d\d\.xlsx$/)
    const [rows = []] = [...(await readWorkbook(await readFile(await taken.path()))).values()]
    expect(rows).toHaveLength(many + 1)

    await openAt(deskPage, list)
    await deskPage.getByRole('button', { name: /导入 \/ 导出/ }).click()
    await deskPage.getByRole('button', { name: '导出 Excel' }).click()
    await deskPage.getByRole('button', { name: '停止' }).click()
    await deskPage.getByText('已停止').waitFor()
  },
  240_000,
)
