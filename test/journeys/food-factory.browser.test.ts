import { expect } from 'vitest'
import { journey } from '../setup/journey.ts'
import { besideTheWorker } from '../setup/worker.ts'
import { breach, commit, decidedOnCommitments } from './food-breach.ts'
import {
  askTheGuide,
  type Factory,
  fileOnPage,
  openCase,
  openFactory,
  press,
  sitDown,
  state,
  told,
  whilePagesRest,
} from './food-cast.ts'
import { jointReview, owedLapses, refusalReversed, specialProcedure } from './food-longer.ts'
import { entryReview } from './food-review.ts'
import { projectTab } from './steps.ts'
import { type Theatre, walkClock } from './walk-cast.ts'
import { type Others, others } from './walk-rest.ts'
import { openAt } from './within.ts'

const clock = walkClock('2025-03-03', { goesOn: true })
const story = journey.extend('now', { scope: 'file' }, () => clock.now)

const pressed = ['eia-form', 'scheme-review', 'planning-permit', 'drain-permit', 'food-licence', 'env-accept']

story(
  'a food factory goes from the first question to production, and whatever may go wrong with its papers goes wrong once and is put right',
  { timeout: 1_200_000 },
  async ({ stage, visit }) => {
    const theatre: Theatre = { address: stage.served.address, db: stage.served.db, clock, visit }
    // Lapses, credit and messages are what the worker makes of what people did.
    await besideTheWorker({ db: theatre.db, now: clock.now }, () => play(theatre))
  },
)

async function play(theatre: Theatre): Promise<void> {
  const factory = await openFactory(theatre)
  await sitDown(factory)
  await askTheGuide(theatre, factory)
  await entryReview(factory)
  await commit(factory)
  const rest = whilePagesRest(factory, others(factory, { goal: 'production-start', except: pressed }))
  await specialProcedure(factory, rest)
  await jointReview(factory, rest)
  await refusalReversed(factory, rest)
  const drain = await decidedOnCommitments(factory, rest)
  await owedLapses(factory, rest)
  await breach(factory, rest, drain)
  await lastAcceptance(factory, rest)
  await production(factory, rest)
}

/** The environmental acceptance: nothing else is asked for before production that takes days. */
async function lastAcceptance(factory: Factory, rest: Others): Promise<void> {
  const { agent, environment, firm, project } = factory
  await rest.reach('env-accept')
  const id = await fileOnPage(agent, { project, matter: 'env-accept', papers: 'all' })
  await press(await openCase(environment, id), '受理')
  await press(environment.page(), '办结')
  await state(await openCase(firm, id))
    .filter({ hasText: '办结通过' })
    .waitFor()
  rest.release('env-accept')
}

/** Nothing but the beginning of production is left: the enterprise files it, the hall confirms it, the leader sees it. */
async function production(factory: Factory, rest: Others): Promise<void> {
  const { firm, hall, leader, project } = factory
  await rest.carryOn()
  const id = await fileOnPage(firm, { project, matter: 'production-start', papers: 'all' })
  await press(await openCase(hall, id), '受理')
  await press(hall.page(), '办结')
  const page = leader.page()
  await openAt(page, `/projects/${project}?zone=linyi`)
  await page.getByText('✓ 投产').waitFor()
  await projectTab(page, '时间线')
  await page.getByText('办结：正式投产').waitFor()
  expect(await told(factory, id)).toEqual(['submit', 'accept', 'decide'])
  expect(rest.done.size).toBeGreaterThan(40)
}
