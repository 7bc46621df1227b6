import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Advice } from '../../src/modules/plans/contract/answers.ts'
import type { Plan } from '../../src/modules/plans/contract/plan.ts'
import { switchesOf } from '../../src/modules/plans/contract/scenario.ts'
import { project, start } from '../plans/given.ts'
import { journey } from '../setup/journey.ts'
import { ask, daysOf, differences, linkTo, planOf, planReady, shownDays } from './steps.ts'

const facts = project('food-factory').facts
const reform = { zone: 'linyi', facts, start, scenario: 'reform' } as const

async function openSample(page: Page): Promise<void> {
  await page.goto(linkTo('/plan', 'food-factory'))
  await planReady(page)
}

/** Working days by which the last step moved permit and production, as its line tells them; 0 where it names none. */
async function toldShift(page: Page): Promise<readonly number[]> {
  const [line = ''] = await differences(page).allTextContents()
  return ['取得施工许可', '投产'].map((milestone) => {
    const found = new RegExp(`${milestone} [\\d.]+ → [\\d.]+（[▲▼] (早|晚) ([\\d.]+) 天`).exec(line)
    return found === null ? 0 : Number(found[2]) * (found[1] === '早' ? -1 : 1)
  })
}

function shift(before: Plan, after: Plan): readonly number[] {
  const days = ({ milestones }: Plan) => [Number(milestones.permit), Number(milestones.production)] as const
  return [days(after)[0] - days(before)[0], days(after)[1] - days(before)[1]]
}

journey(
  'a switch turned off by keyboard tells what it costs; back and reset undo it',
  async ({ deskPage: page, address }) => {
    await openSample(page)
    const before = await planOf(address, reform)
    expect(await shownDays(page)).toEqual(daysOf(before))
    const parallel = page.getByRole('switch', { name: '并联办理' })
    await parallel.focus()
    await page.keyboard.press('Space')
    await differences(page).getByText('关闭“并联办理”').waitFor()
    const off = await planOf(address, { ...reform, switches: { ...switchesOf.reform, parallel: false } })
    await expect.poll(() => toldShift(page)).toEqual(shift(before, off))
    expect(shift(before, off)[1]).toBeGreaterThan(0)
    await expect.poll(() => shownDays(page)).toEqual(daysOf(off))
    await expect.poll(() => parallel.evaluate((knob) => knob === document.activeElement)).toBe(true)
    await page.goBack()
    await expect.poll(() => parallel.getAttribute('aria-checked')).toBe('true')
    await page.goForward()
    await expect.poll(() => parallel.getAttribute('aria-checked')).toBe('false')
    await page.getByRole('button', { name: '恢复原方案' }).press('Enter')
    await expect.poll(() => shownDays(page)).toEqual(daysOf(before))
    await differences(page).getByText('恢复原方案').waitFor()
    await expect.poll(() => toldShift(page)).toEqual(shift(off, before))
  },
)

journey(
  'a matter slips by keys and by drag as far as it was pushed, and comes back',
  async ({ deskPage: page, address }) => {
    await openSample(page)
    const before = await planOf(address, reform)
    const { code } = before.matters.find((matter) => matter.critical && Number(matter.start) > 5) ?? { code: 'none' }
    const row = page.locator(`tr[data-id=${code}]`)
    const slipped = async (days: number) =>
      planOf(address, { ...reform, changes: { relax: [], handling: {}, slips: { [code]: days } } })
    await row.focus()
    await page.keyboard.press(']')
    await page.keyboard.press('+')
    const pushed = await slipped(1.5)
    await expect.poll(() => shownDays(page)).toEqual(daysOf(pushed))
    expect(shift(before, pushed)[1]).toBeGreaterThan(0)
    await expect.poll(() => row.evaluate((line) => line === document.activeElement)).toBe(true)
    await page.getByText('与未改动的方案相比').waitFor()
    await page.keyboard.press('[')
    await page.keyboard.press('-')
    await expect.poll(() => shownDays(page)).toEqual(daysOf(before))
    await page.keyboard.press('-')
    expect(new URL(page.url()).searchParams.get('p')).toBe(null)

    const at = await row.evaluate((line) => [...document.querySelectorAll('tr[data-id]')].indexOf(line))
    const bar = page.locator('.gantt-svg :is(.gantt-grip, .gantt-hit)').nth(at)
    await bar.hover()
    const { x, y } = await bar.evaluate((grip) => grip.getBoundingClientRect().toJSON())
    await page.mouse.move(x + 6, y + 10)
    await page.mouse.down()
    await page.mouse.move(x + 46, y + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('p')).toMatch(new RegExp(`^${code}\\.`))
    const days = Number(/\.(.+)$/.exec(new URL(page.url()).searchParams.get('p') ?? '')?.[1])
    const dragged = await slipped(days)
    await expect.poll(() => shownDays(page)).toEqual(daysOf(dragged))
    await expect.poll(() => toldShift(page)).toEqual(shift(before, dragged))
    await page.getByRole('button', { name: '取消', exact: true }).click()
    await expect.poll(() => shownDays(page)).toEqual(daysOf(before))
  },
)

journey(
  'advice applied with one press saves the days that it says, alone and all together',
  async ({ deskPage: page, address }) => {
    await openSample(page)
    const before = await planOf(address, reform)
    const advice = await ask<Advice>(address, '/api/plans/advice', reform)
    const [first] = advice.items
    if (first === undefined) throw new Error('The food factory has no advice.')
    const saved = [-first.savesToPermit, -first.savesToProduction]
    const line = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `采用：${first.title.zh}` }) })
    await line.getByText(`施工许可早 ${first.savesToPermit} 天`).waitFor()
    await line.getByRole('button').click()
    await differences(page).getByText(`已采用：${first.title.zh}`).waitFor()
    await expect.poll(() => toldShift(page)).toEqual(saved)
    const after = await planOf(address, { ...reform, switches: first.switches, changes: first.changes })
    expect(shift(before, after)).toEqual(saved)
    await expect.poll(() => shownDays(page)).toEqual(daysOf(after))
    await page.goBack()
    await expect.poll(() => shownDays(page)).toEqual(daysOf(before))

    const all = advice.combination
    await page.getByText(new RegExp(`^合起来：施工许可第 ${all.milestones.permit} 天，合同后`)).waitFor()
    await page.getByRole('button', { name: `全部采用（${all.steps.length} 项）` }).click()
    await expect.poll(async () => (await shownDays(page))[1]).toBe(String(all.milestones.permit))
    expect(Number(all.milestones.permit)).toBeLessThan(Number(after.milestones.permit))
  },
)

journey('a bad address is told in one sentence and the rest of it is planned', async ({ deskPage: page, address }) => {
  const link = new URL(linkTo('/plan', 'food-factory'), address)
  const search = link.searchParams
  search.set('y', `${search.get('y')}~flyingSaucers`)
  search.set('q', (search.get('q') ?? '').replace('investmentWan.10000', 'investmentWan.many'))
  search.set('d', '2026-02-30')
  search.set('p', 'no-such-matter.3')
  search.set('zz', '1')
  await page.goto(link.href)
  await planReady(page)
  const notice = page.getByText(/网址里有看不懂的内容，已忽略/)
  expect(await notice.count()).toBe(1)
  for (const part of ['flyingSaucers', 'investmentWan', 'd', 'no-such-matter', 'zz']) {
    expect((await notice.textContent())?.split(/[：,、\s]+/)).toContain(part)
  }
  const { investmentWan: _, ...rest } = facts
  const today = await page
    .getByText(/\d{4}-\d\d-\d\d 开始/)
    .first()
    .textContent()
  const day = /\d{4}-\d\d-\d\d/.exec(today ?? '')?.[0] ?? ''
  expect(await shownDays(page)).toEqual(daysOf(await planOf(address, { ...reform, facts: rest, start: day })))
})

journey(
  'a zone that is not there is told, and everything else is planned without it',
  async ({ deskPage: page, address }) => {
    await page.goto(linkTo('/plan', 'food-factory', { zone: 'atlantis' }))
    await planReady(page)
    await page
      .getByText(/没有.*开发区|网址里有看不懂的内容/)
      .first()
      .waitFor()
    const { zone: _, ...nowhere } = reform
    expect(await shownDays(page)).toEqual(daysOf(await planOf(address, nowhere)))
  },
)
