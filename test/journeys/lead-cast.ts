import { type Player, player, type Theatre, type WalkClock } from './walk-cast.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

/** Who brings a lead to production: a promoter with a desk of their own, the leader, an officer and the agent. */
export interface LeadScene {
  readonly clock: WalkClock
  readonly promoter: Player
  readonly leader: Player
  readonly officer: Player
  readonly agent: Player
  /** Name of the channel by which the lead comes. */
  readonly channel: string
  readonly agentPerson: string
  readonly newDay: () => Promise<void>
}

export async function openLeadScene(theatre: Theatre): Promise<LeadScene> {
  const admin = await player(theatre, 'admin')
  const departmentId = idOf(await admin.post('/departments', { name: '招商服务中心' }))
  const person = async (name: string) => idOf(await admin.post('/people', { name, departmentId }))
  const promoter = await player(theatre, 'promoter', { personId: await person('示例招商员') })
  const agentPerson = await person('示例代办员')
  const agent = await player(theatre, 'agent', { personId: agentPerson })
  const officer = await player(theatre, 'officer', { personId: await person('示例经办') })
  const leader = await player(theatre, 'leader')
  const channel = '食品产业链招商'
  await promoter.post('/promotion-channels', { name: channel, kind: 'chain' })
  const newDay = async () => {
    for (const one of [promoter, leader, officer, agent]) await one.newDay()
  }
  return { clock: theatre.clock, promoter, leader, officer, agent, channel, agentPerson, newDay }
}
