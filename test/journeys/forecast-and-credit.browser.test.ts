import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { besideTheWorker } from '../setup/worker.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'
import { foodFactory, sitDown, worker } from './zone.ts'

const begun = '2026-10-12'

journey(
  'a leader begins a forecast, sees how far it is, stops it, begins another and reads its answer',
  { timeout: 400_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const { project } = await foodFactory(await worker(place, 'agent'), begun)
    const page = await visit()
    await sitDown(page, place, await worker(place, 'leader'))
    await page.goto('/forecast?zone=linyi')
    await page.getByText('还没有推演结果').waitFor()
    await page.getByLabel('推演次数').fill('5000')
    // Nobody works on it yet: it waits at 0 % until somebody does, or until it is stopped.
    await page.getByRole('button', { name: '按现在的数据推演' }).click()
    await page.getByRole('progressbar', { name: '推演进度' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText(/的推演已停止，没有得出结果/).waitFor()
    await besideTheWorker({ db }, async () => {
      await page.getByLabel('推演次数').fill('200')
      await page.getByRole('button', { name: '按现在的数据推演' }).click()
      await page.getByText(/推演 200 次，种子 1/).waitFor({ timeout: 60_000 })
    })
    await page.getByRole('link', { name: '示例食品工厂' }).first().waitFor()
    await page.getByRole('heading', { name: '这些结果依据什么' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const hand = await visit(phone)
    await sitDown(hand, place, await worker(place, 'leader'))
    await hand.goto('/forecast?zone=linyi')
    await hand.getByText(/推演 200 次/).waitFor()
    expect(await overflow(hand)).toBeLessThanOrEqual(0)
    await openAt(hand, `/projects/${project}?zone=linyi`)
    await hand
      .getByText(/九成五|95 ?%/)
      .first()
      .waitFor()
    expect(await overflow(hand)).toBeLessThanOrEqual(0)
  },
)

journey(
  'a penalty is entered with its document, the enterprise asks for its repair, and an officer decides',
  { timeout: 400_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const agent = await worker(place, 'agent')
    const { enterprise } = await foodFactory(agent, begun)
    const office = await visit()
    await sitDown(office, place, await worker(place, 'officer'))
    await office.goto(`/credit?zone=linyi&enterprise=${enterprise}`)
    await office.getByText('还没有记录，按基准分计').waitFor()
    await office.getByRole('button', { name: '按文书记一笔' }).click()
    const entry = office.getByRole('form', { name: '按文书记一笔' })
    await entry.getByLabel('文书名称与文号').fill('示例罚决〔2026〕1号')
    await entry.getByLabel('日期').fill('2026-01-05')
    await entry.getByRole('button', { name: '按文书记一笔' }).click()
    await office.getByText('示例罚决〔2026〕1号').waitFor()
    expect(await axeFindings(office)).toEqual([])

    const own = await visit(phone)
    await sitDown(own, place, await worker(place, 'enterprise', enterprise))
    await own.goto('/my?zone=linyi')
    await own.getByRole('link', { name: '每一笔、为什么、怎样修复' }).click()
    await own.getByText('示例罚决〔2026〕1号').waitFor()
    await own.getByRole('button', { name: /^申请修复/ }).click()
    await own.getByLabel('已经怎样纠正、履行了什么义务').fill('已缴清罚款并整改')
    await own.getByRole('button', { name: '提交修复申请' }).last().click()
    await own.getByText('待审核').waitFor()
    expect(await overflow(own)).toBeLessThanOrEqual(0)
    expect(await axeFindings(own)).toEqual([])

    await openAt(office, '/credit?zone=linyi')
    await office.getByRole('link', { name: '示例食品有限公司' }).click()
    await office.getByRole('button', { name: '同意修复' }).click()
    await office.getByLabel('理由').fill('已核实')
    const agree = office.getByRole('button', { name: '确认同意修复' }).last()
    await agree.click()
    await agree.waitFor({ state: 'detached' })
    await office.getByText('已失效').or(office.getByText('同意修复')).first().waitFor()
    await own.reload()
    await own.getByText(/同意修复/).waitFor()
  },
)
