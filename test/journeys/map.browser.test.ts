import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../setup/journey.ts'
import { axeFindings, pdfPages } from './steps.ts'
import { type Place, sitDown, type Worker, worker } from './zone.ts'

const square = (west: number, south: number, size = 0.003) => {
  const [east, north] = [west + size, south + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  return { type: 'Polygon', coordinates: [ring] } as const
}

async function parcels(by: Worker): Promise<void> {
  const box = { title: '四至', west: 110.5, south: 35, east: 110.9, north: 35.3 }
  await by.post('/land-extents', { ...box, validFrom: '2020-01-01', source: '批复' })
  for (const [i, code] of ['甲', '乙'].entries()) {
    const fields = { registeredAreaSqm: 91_000, landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven' }
    const made = await by.post('/parcels', { code: `LY-${i}`, name: `示例地块${code}`, ...fields })
    const { id } = made.record as { id: string }
    const drawn = { datum: 'cgcs2000', source: '勘测定界报告', validFrom: '2026-01-01' }
    await by.post(`/parcels/${id}/draw`, { ...drawn, version: 1, shape: square(110.7 + i * 0.004, 35.1) })
  }
}

async function officer(place: Place): Promise<Worker> {
  return worker(place, 'officer')
}

journey(
  'the keyboard finds a parcel in the list, reads its card, and begins to draw its shape anew by typing corners',
  { timeout: 400_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const by = await officer(place)
    await parcels(by)
    const page = await visit()
    await sitDown(page, place, by)
    // Nothing seals beside a journey: what is sealed is told here, and what paper makes of it is looked at.
    await page.route('**/journal/checkpoint', (route) =>
      route.fulfill({ json: { checkpoint: null, printed: footOfPaper } }),
    )
    const missed: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('could not be loaded')) missed.push(message.text())
    })
    await page.goto('/map?zone=linyi')
    await page.locator('.map-gl[data-drawn=yes]').waitFor({ timeout: 60_000 })
    // A missing worker builds a map that never draws: of what is drawn, some must not be paper.
    await expect.poll(() => page.evaluate(coloursDrawn), { timeout: 30_000 }).toBeGreaterThan(8)
    // A name is a picture made when the map asks for it: made after the answer it never shows.
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^1[5-9]/)
    expect(missed).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await paperOnlyInPrint(page)
    await page.getByLabel('按名称或状态筛选').fill('地块乙')
    await page.locator('.map-rows button').first().focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: '示例地块乙' })
    await card.getByText(/登记面积/).waitFor()
    expect(page.url()).toContain('chosen=')
    await card.getByRole('button', { name: '改图形' }).focus()
    await page.keyboard.press('Enter')
    const corners = '110.704, 35.1\n110.7071, 35.1\n110.7071, 35.103\n110.704, 35.103'
    await page.getByLabel('坐标').fill(corners)
    await page.getByText(/面积 9[0-9],\d{3}.* 平方米，合 1\d\d\.\d\d 亩/).waitFor()
    await page.getByLabel(/图形来源/).fill('补充测绘')
  },
)

const footOfPaper = '日志检查点 luodi-journal/1 linyi 12 0123456789abcdef0123456789abcdef 2026-11-30T01:02:03.456Z'

/** What the margin of every printed sheet says. */
function linesAtFoot(): string[] {
  return [...document.querySelectorAll('style')].flatMap(
    ({ textContent }) => /@page \{ @bottom-left \{ content: "([^"]*)"/.exec(textContent ?? '')?.[1] ?? [],
  )
}

/** The sheet draws every shape once more: laid out at each move of the map it would stop the page. */
async function paperOnlyInPrint(page: Page): Promise<void> {
  const drawn = page.locator('.map-paper .map-svg .map-shape')
  expect(await drawn.count()).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const listed = await page.locator('.map-rows button').count()
  expect(listed).toBeGreaterThanOrEqual(2)
  expect(await drawn.count()).toBe(listed)
  expect(await page.evaluate(linesAtFoot)).toEqual([footOfPaper])
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.length).toBeGreaterThan(10_000)
  expect(pdfPages(pdf)).toHaveLength(1)
  await expect.poll(() => drawn.count()).toBe(0)
}

/** How many colours the map's canvas shows: paper alone is one. */
function coloursDrawn(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.map-gl canvas')
  if (!canvas) return 0
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height })
  const brush = copy.getContext('2d')
  if (!brush) return 0
  brush.drawImage(canvas, 0, 0)
  const { data } = brush.getImageData(0, 0, copy.width, copy.height)
  const seen = new Set<string>()
  for (let i = 0; i < data.length; i += 4) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
  return seen.size
}
