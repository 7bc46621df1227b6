import { expect } from 'vitest'
import { planOf, type Scene } from './walk-cast.ts'

const permitMatter = 'construction-permit'
const patience = 30_000

/** What one step did to the day of the construction permit. */
export interface Move {
  readonly step: string
  readonly from: string
  readonly to: string
}

/** The leader's open project page: after every step it must show, by itself, the day that the plan now has. */
export interface Watch {
  readonly moves: readonly Move[]
  /** Does the step and waits until the page shows the day that the plan then has. */
  readonly see: (step: string, act: () => Promise<unknown>) => Promise<Move>
  /** The same by the plan alone, for one of many steps of a day. */
  readonly reckon: (step: string, act: () => Promise<unknown>) => Promise<Move>
  /** The page shows the day of the plan. */
  readonly shows: () => Promise<void>
  /** The leader comes to the page in the morning. */
  readonly morning: () => Promise<void>
}

export async function watch(scene: Scene): Promise<Watch> {
  const { leader, project } = scene
  const page = leader.page()
  const moves: Move[] = []
  const card = page.locator('.milestone-moves > div').filter({ hasText: '取得施工许可' })
  const permit = async () => {
    const { plan } = await planOf(scene)
    return plan.matters.find(({ code }) => code === permitMatter)?.finishDate ?? '—'
  }
  const shows = async () => {
    await card
      .locator('strong')
      .filter({ hasText: await permit() })
      .waitFor({ timeout: patience })
  }
  const morning = async () => {
    await page.goto(`/projects/${project}?zone=linyi`)
    await shows()
  }
  const reckon = async (step: string, act: () => Promise<unknown>) => {
    const from = await permit()
    await act()
    const move = { step, from, to: await permit() }
    moves.push(move)
    return move
  }
  const see = async (step: string, act: () => Promise<unknown>) => {
    const move = await reckon(step, act)
    await shows()
    expect(await card.locator('strong').textContent(), step).toBe(move.to)
    return move
  }
  await morning()
  return { moves, see, reckon, shows, morning }
}
