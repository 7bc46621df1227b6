import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../setup/journey.ts'
import { openSignedIn, person } from './people.ts'
import { axeFindings } from './steps.ts'
import { openAt } from './within.ts'

const list = '/records/enterprises?zone=linyi'
/** Through the API, as the person who is signed in on the page. */
async function makeEnterprises(page: Page, names: readonly string[]): Promise<void> {
  const made = await page.evaluate(async (all) => {
    const answers = all.map((name) =>
      fetch('/api/zones/linyi/enterprises', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, status: 'building', registeredOn: '2026-11-10' }),
      }),
    )
    return (await Promise.all(answers)).map(({ status }) => status)
  }, names)
  expect(made).toEqual(names.map(() => 200))
}

const save = { name: '保存', exact: true }

journey(
  'two people on one record: different fields merge, comments and drafts stay whole',
  { timeout: 240_000 },
  async ({ visit, db }) => {
    const [mine, theirs] = [await visit(), await visit()]
    await openSignedIn(mine, db, await person(db, 'officer'), `${list}&record=new`)
    await mine.getByLabel('企业名称', { exact: true }).fill('示例合写有限公司')
    await mine.getByLabel('状态', { exact: true }).selectOption('在建')
    await mine.getByRole('button', save).click()
    await mine.getByText('已保存。').waitFor()
    await openSignedIn(theirs, db, await person(db, 'promoter'), mine.url())

    // Both open the form at the same version and change different fields.
    await mine.getByRole('button', { name: '修改', exact: true }).click()
    await theirs.getByRole('button', { name: '修改', exact: true }).click()
    await theirs.getByLabel('规模', { exact: false }).first().selectOption('大型')
    await theirs.getByRole('button', save).click()
    await theirs.getByText('已保存。').waitFor()
    await mine.getByLabel(/^备注/).fill('我写的一长段备注')
    await mine.getByRole('button', save).click()
    await mine.getByText('已保存。').waitFor()
    const facts = mine.locator('dl.facts')
    await facts.getByText('我写的一长段备注').waitFor()
    await facts.getByText('大型').waitFor()

    // A comment that is half written when the page is loaded anew is still there; both comments stand.
    await mine.getByRole('tab', { name: '评论' }).click()
    await mine.getByLabel('写评论').fill('我的评论，还没写完')
    await theirs.getByRole('tab', { name: '评论' }).click()
    await theirs.getByLabel('写评论').fill('对方的评论 @经办')
    await theirs
      .getByRole('button', { name: /^@经办/ })
      .first()
      .click()
    await theirs.getByRole('button', { name: '发表' }).click()
    await theirs.locator('.comments').getByText('对方的评论').waitFor()
    await mine.reload()
    expect(await mine.getByLabel('写评论').inputValue()).toBe('我的评论，还没写完')
    await mine.getByRole('button', { name: '发表' }).click()
    await mine.locator('.comments li').nth(1).waitFor()
    expect(await mine.locator('.comment-text').allTextContents()).toEqual([
      expect.stringContaining('对方的评论 @经办'),
      '我的评论，还没写完',
    ])
    expect(await axeFindings(mine)).toEqual([])
  },
)

journey(
  'many records are tried, changed and brought back; a view keeps how the list looked',
  { timeout: 240_000 },
  async ({ deskPage, db }) => {
    await openSignedIn(deskPage, db, await person(db, 'officer'), list)
    await makeEnterprises(deskPage, ['批量甲厂', '批量乙厂', '批量丙厂'])
    await openAt(deskPage, `${list}&q=批量`)
    await deskPage.getByRole('button', { name: '批量操作' }).click()
    const archive = deskPage.getByRole('button', { name: '归档所选…' })
    expect(await archive.isDisabled()).toBe(true)
    await deskPage.getByLabel('选中已显示的').check()
    await deskPage.getByText('已选 3 条').waitFor()
    await deskPage.getByLabel('要修改的项').selectOption('状态')
    await deskPage.locator('.bulk-value select').selectOption('在产')
    await deskPage.getByRole('button', { name: '试运行' }).click()
    await deskPage.getByText('将处理 3 条').waitFor()
    expect(await axeFindings(deskPage)).toEqual([])
    await deskPage.getByRole('button', { name: '执行（3 条）' }).click()
    await deskPage.getByText('已处理 3 条').waitFor()
    await deskPage.getByRole('button', { name: /^撤销/ }).click()
    await deskPage.getByText('已撤销：3 条恢复原样').waitFor()
    await deskPage.getByRole('button', { name: '结束批量' }).click()

    await deskPage.getByRole('button', { name: '另存视图' }).click()
    await deskPage.getByLabel('视图名称').fill('批量的')
    await deskPage.getByRole('button', save).click()
    await deskPage.getByRole('button', { name: '批量的 3' }).waitFor()
    await deskPage.getByRole('button', { name: /^全部/ }).click()
    await deskPage.getByRole('button', { name: '批量的 3' }).click()
    expect(new URL(deskPage.url()).searchParams.get('q')).toBe('批量')

    await deskPage.getByLabel('显示方式').selectOption('看板')
    await deskPage.getByLabel('把“批量甲厂”移到').selectOption('在产')
    await deskPage.getByText('“批量甲厂”已移到“在产”。').waitFor({ state: 'attached' })
    expect(await axeFindings(deskPage)).toEqual([])
    await deskPage.getByLabel('显示方式').selectOption('日历')
    await deskPage.getByRole('region', { name: '日历' }).waitFor()
    expect(await axeFindings(deskPage)).toEqual([])
  },
)
