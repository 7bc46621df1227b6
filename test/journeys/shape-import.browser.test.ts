import { expect } from 'vitest'
import { desk, phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { sitDown, worker } from './zone.ts'

const square = (west: number, south: number) => {
  const [east, north] = [west + 0.003, south + 0.003]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
const feature = (geometry: unknown, properties: object) => ({ type: 'Feature', properties, geometry })

/** One for a parcel that is there, a new one without an area, and one that lies on the first. */
const file = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature(square(110.75, 35.15), { 地块编号: 'G-1' }),
    feature(square(110.76, 35.15), { 地块编号: 'G-2', 地块名称: '示例新地块' }),
    feature(square(110.77, 35.15), { 地块编号: 'G-3', 面积: 91_000 }),
    feature(square(110.771, 35.151), { 地块编号: 'G-4', 面积: 91_000 }),
    feature(square(35.15, 110.75), { 地块编号: 'G-5', 面积: 91_000 }),
  ],
})

journey(
  'a file of shapes is looked at one by one and taken in, at a desk and on a phone',
  { timeout: 120_000 },
  async ({ visit, address, db }) => {
    const place = { address, db }
    const officer = await worker(place, 'officer')
    const land = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven' }
    await officer.post('/parcels', { ...land, code: 'G-1', name: '示例地块 G-1', registeredAreaSqm: 88_000 })
    const send = async (who: typeof desk) => {
      const page = await visit(who)
      await sitDown(page, place, officer)
      await page.goto('/parcels?zone=linyi')
      await page.getByRole('link', { name: '导入图形' }).click()
      const sent = { name: '勘测定界.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(file) }
      await page.locator('input[type=file]').setInputFiles(sent)
      return page
    }
    const page = await send(desk)
    await page.getByText('文件里有 5 个图形，已勾选 2 个。').waitFor()
    await page.getByText(/图形面积与登记面积相差 \+3/).waitFor()
    expect(await page.getByText('不能导入').count()).toBe(3)
    expect(await axeFindings(page)).toEqual([])
    // The other of the two that lie on one another is taken; the one with latitude first cannot be.
    await page.getByRole('checkbox', { name: /^3\./ }).check()
    expect(await page.getByRole('checkbox', { name: /^5\./ }).isDisabled()).toBe(true)
    await page.getByLabel('图形来源').fill('勘测定界报告 2026-03')
    await page.getByLabel('导入原因').fill('首次入库')
    const button = page.getByRole('button', { name: '导入 3 个图形' })
    expect(await button.isDisabled()).toBe(true)
    await page.getByLabel(/登记面积取图形面积/).check()
    await button.click()
    await page.getByText('已导入 3 个图形。').waitFor()
    await page.getByRole('link', { name: '看地块' }).click()
    await page.getByRole('link', { name: '示例新地块' }).click()
    await page.getByRole('img', { name: /地块轮廓/ }).waitFor()

    const small = await send(phone)
    // What is in now lies beneath the others: nothing is chosen but what replaces itself.
    await small.getByText(/文件里有 5 个图形/).waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])
  },
)
