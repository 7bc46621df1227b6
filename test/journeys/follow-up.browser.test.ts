import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { sitDown, worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

journey(
  'one sentence of a leader becomes an order, is answered on a phone in three taps, and the answer stands on the same line',
  async ({ visit, address, db }) => {
    const place = { address, db }
    const admin = await worker(place, 'admin')
    const departmentId = idOf(await admin.post('/departments', { name: '行政审批局', shortName: '审批局' }))
    const personId = idOf(await admin.post('/people', { name: '周某', title: '科长', departmentId }))

    const desk = await visit()
    await sitDown(desk, place, await worker(place, 'leader'))
    await desk.goto('/follow-ups?zone=linyi&view=issued')
    const line = desk.getByRole('textbox', { name: '批一句话，交办成督办' })
    await line.fill('请审批局尽快把立项办完')
    await line.press('Enter')
    await desk.getByText('没有读出确定的日期').waitFor()
    expect(await desk.getByRole('button', { name: '确认交办' }).isDisabled()).toBe(true)
    await line.fill('请审批局3个工作日内把立项办完')
    await line.press('Enter')
    await desk.getByRole('button', { name: '确认交办' }).click()
    await desk.getByText('已交办 行政审批局').waitFor()
    expect(await axeFindings(desk)).toEqual([])

    const hand = await visit(phone)
    await sitDown(hand, place, await worker(place, 'officer', undefined, personId))
    await hand.goto('/follow-ups?zone=linyi')
    await hand.getByRole('button', { name: '把立项办完' }).tap()
    await hand.getByRole('button', { name: '已办结。' }).tap()
    expect(await overflow(hand)).toBe(0)
    expect(await axeFindings(hand)).toEqual([])
    await hand.getByRole('button', { name: '确认回复' }).tap()
    await hand.locator('.follow-up-answer').first().waitFor()

    await desk.reload()
    await desk.locator('.follow-up-answer').filter({ hasText: '已办结。' }).waitFor()
    await desk.getByRole('button', { name: '把立项办完' }).click()
    await desk.getByRole('button', { name: '认可办结' }).click()
    await desk.locator('dialog').getByText('已办结', { exact: true }).first().waitFor()
  },
)
