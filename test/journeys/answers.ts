import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { project } from '../plans/given.ts'
import { topics } from './steps.ts'

type Answer =
  | { readonly choose: string; readonly of: string }
  | { readonly type: string; readonly into: string }
  | { readonly tick: string }

const choose = (of: string, option: string): Answer => ({ choose: option, of })
const type = (into: string, typed: string): Answer => ({ type: typed, into })
const tick = (label: string): Answer => ({ tick: label })

/** What the owner of a food factory answers, page by page, in the words that stand on the pages. What is not ticked is a no. */
const foodFactory: Readonly<Record<string, readonly Answer[]>> = {
  用地: [
    choose('用地或用房方式', '一般出让'),
    choose('土地已经完成农转用与征收（净地）', '是'),
    type('用地面积', '50'),
    type('土地出让价款', '800'),
  ],
  厂房与工期: [
    type('总建筑面积', '32,000'),
    type('非生产性建筑面积（办公、宿舍等）', '2500'),
    type('挖填土石方量', '2万'),
    type('土建施工预计工期（工作日）', '240'),
    choose('属于消防特殊建设工程', '是'),
    choose('要修建防空地下室', '否'),
  ],
  企业与投资: [type('总投资', '１００００'), tick('要在这里新设企业')],
  环保: [choose('环评类别', '报告表'), choose('排污许可管理类别', '简化管理'), choose('污水排放去向', '市政污水管网')],
  能源与用水: [
    type('年综合能源消费量（当量值）', '1800'),
    type('年煤炭消费量', '0'),
    choose('取水水源', '市政供水'),
    choose('用管道燃气', '是'),
    choose('用集中供热或蒸汽', '否'),
  ],
  安全与职业健康: [choose('危险化学品情形', '无'), tick('有职业病危害')],
  产品与设备: [tick('生产食品'), tick('用特种设备'), tick('用强制检定的计量器具')],
  地块周边: [tick('在水土流失易发区'), tick('地下可能有文物'), tick('在地质灾害易发区')],
  施工现场: [tick('要挖掘城市道路'), tick('施工时向管网排水')],
}

/** The facts that those answers are: the sample project but for what the owner says of area, price and time. */
export const ownersFacts = {
  ...project('food-factory').facts,
  landAreaHa: 3.3333,
  landPriceWan: 800,
  constructionWorkdays: 240,
}

/** Answers one topic page in its own words; a question that the page no longer asks is passed over. */
export async function answerTopic(page: Page, topic: string): Promise<void> {
  for (const answer of foodFactory[topic] ?? []) {
    const field = fieldOf(page, answer)
    if ((await field.count()) === 0) continue
    if ('type' in answer) await field.fill(answer.type)
    else await field.check()
  }
}

/** Walks through the pages of the guide in the order in which they come; answers their titles. */
export async function answerGuide(page: Page): Promise<readonly string[]> {
  const walked: string[] = []
  for (const _ of topics) {
    const title = (await page.locator('#topic-title').textContent()) ?? ''
    walked.push(title)
    await answerTopic(page, title)
    await page
      .getByRole('button', { name: /下一步$/ })
      .first()
      .click()
    await expect.poll(() => page.locator('#topic-title, #done-title').textContent()).not.toBe(title)
    if (await page.locator('#done-title').isVisible()) break
  }
  return walked
}

function fieldOf(page: Page, answer: Answer) {
  const main = page.getByRole('main')
  if ('type' in answer) return main.getByRole('textbox', { name: answer.into, exact: true })
  if ('tick' in answer) return main.getByRole('checkbox', { name: answer.tick, exact: true })
  const question = main.getByRole('group', { name: answer.of, exact: true })
  return question.getByRole('radio', { name: new RegExp(`^${answer.choose}`) })
}
