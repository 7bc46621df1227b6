import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { type Side, sides } from '../contract/posting.ts'
import type { PostingView } from '../contract/trade.ts'
import { answered, introduced, type MatchFacts, stateOf } from '../domain/answer.ts'
import { openOn, pairOf } from '../domain/trade.ts'
import { ownSides } from './pairs.ts'
import { factsOf, listPostings, lockMatch } from './postings.ts'
import { matchingWeights } from './weights.ts'

interface Both {
  readonly supply: string
  readonly demand: string
}

/** Brings a supply and a demand together; an enterprise only for its own posting, and it says yes by that. */
export async function introduce(db: Database, context: RequestContext, asked: Both): Promise<void> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  const pair = await bothOf(db, context, asked)
  const [own = null] = ownSides(caller, pair)
  if (isOutsider(caller) && own === null) throw notFound()
  const open = openOn([pair.supply, pair.demand], legalDayOf(now))
  const match = open.length === 2 ? pairOf(pair.supply, pair.demand, matchingWeights().postings) : null
  if (!match) throw apart()
  const facts = introduced(own)
  const id = newId(now)
  const by = actorOf(context)
  const made = await db
    .insertInto('chains.matches')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ sample: context.sample ?? false, supply_id: asked.supply, demand_id: asked.demand },
      ...{ score: match.score, parts: JSON.stringify(match.parts), ...columnsOf(facts) },
    })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'supply_id', 'demand_id']).where('archived_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!made) throw already()
  const subject = { subjectKind: 'chains.match', subjectId: id }
  await record(db, context, { ...subject, action: 'introduceMatch', after: { ...asked, score: match.score, ...facts } })
  for (const side of sides.filter((one) => one !== own)) {
    await tell(db, context, { id, to: pair[side], said: 'introduced', other: pair[otherOf(side)] })
  }
}

interface Answered {
  readonly id: string
  readonly version: number
  readonly side: Side
  readonly accept: boolean
  readonly reason: string | null
}

/** One side's answer. The zone's people write down what an enterprise has told them. */
export async function answer(db: Database, context: RequestContext, asked: Answered): Promise<void> {
  const zoneId = zoneOf(context).id
  const row = await lockMatch(db, zoneId, asked.id)
  const pair = await bothOf(db, context, { supply: row.supply_id, demand: row.demand_id })
  if (isOutsider(context.caller) && !ownSides(context.caller, pair).includes(asked.side)) throw notFound()
  if (row.version !== asked.version) throw meanwhile()
  const before = factsOf(row)
  const after = answered(before, asked)
  await db
    .updateTable('chains.matches')
    .set({
      ...columnsOf(after),
      ...{ version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'chains.match', subjectId: row.id, action: asked.accept ? 'accept' : 'decline' },
    ...{ before: { ...before }, after: { ...after, side: asked.side }, note: asked.reason },
  })
  const other = otherOf(asked.side)
  await tell(db, context, { id: row.id, to: pair[other], said: stateOf(after), other: pair[asked.side] })
}

/** Both postings of a pair; 404 when one is not there. */
async function bothOf(db: Database, context: RequestContext, { supply, demand }: Both) {
  const all = await listPostings(db, zoneOf(context).id)
  const find = (side: Side, id: string) => all.find((one) => one.side === side && one.id === id)
  const [from, to] = [find('supply', supply), find('demand', demand)]
  if (!from || !to) throw notFound()
  return { supply: from, demand: to }
}

function otherOf(side: Side): Side {
  return side === 'supply' ? 'demand' : 'supply'
}

function columnsOf({ supplyAnswer, demandAnswer, reason }: MatchFacts) {
  return { supply_answer: supplyAnswer, demand_answer: demandAnswer, reason }
}

interface News {
  readonly id: string
  readonly to: PostingView
  readonly said: 'introduced' | ReturnType<typeof stateOf>
  readonly other: PostingView
}

const words = {
  introduced: { zh: '有一条供需牵线等您答复', en: 'A match of supply and demand waits for your answer' },
  open: { zh: '对方已同意供需牵线，等您答复', en: 'The other side accepts the match; yours is awaited' },
  accepted: { zh: '供需牵线双方已同意，可以联系', en: 'Both sides accept the match: get in touch' },
  declined: { zh: '对方谢绝了供需牵线', en: 'The other side declined the match' },
} as const

async function tell(db: Database, context: RequestContext, { id, to, said, other }: News): Promise<void> {
  await send(db, context, {
    ...{ channel: 'app', key: `chains:${id}:${said}:${to.side}`, subjectKind: 'chains.match', subjectId: id },
    to: [{ enterpriseId: to.enterprise.id }],
    text: {
      zh: `${words[said].zh}：${other.enterprise.name}，${other.product}。`,
      en: `${words[said].en}: ${other.enterprise.name}, ${other.product}.`,
    },
    link: '/trade',
  })
}

function apart(): Problem {
  return new Problem('rule_violated', 'chains.apart', {
    zh: '这两条供需不能撮合：产品不同、时间不衔接、已过期或是同一家企业。请另选一条。',
    en: 'These two do not go together: other products, times that do not meet, expired, or one enterprise. Choose another.',
  })
}

function already(): Problem {
  return new Problem('conflict', 'chains.already', {
    zh: '这两条供需已经牵过线，请在列表里看答复。',
    en: 'These two were brought together already: see the answers in the list.',
  })
}

function meanwhile(): Problem {
  return new Problem('conflict', 'chains.changed_meanwhile', {
    zh: '这条牵线刚有人答复过，请刷新后再看。',
    en: 'Somebody has just answered this match: reload first.',
  })
}
