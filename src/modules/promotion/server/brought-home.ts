import { sumMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { BroughtHome } from '../contract/returns.ts'
import { reachedBy } from '../domain/funnel.ts'
import { paidOf } from './paid.ts'
import type {} from './table.ts'

/** What every channel, fund and enclave brought home, counted from its leads and their agreements. */
export async function readBroughtHome(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const leads = await leadsWithMoney(db, zoneId)
  const channels = await db
    .selectFrom('promotion.channels')
    .select(['id', 'name', 'kind', 'fund_id', 'enclave_id'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  const through = (holds: (channel: (typeof channels)[number]) => boolean) => {
    const ids = new Set(channels.filter(holds).map(({ id }) => id))
    return leads.filter(({ channelId }) => ids.has(channelId))
  }
  const funds = await db
    .selectFrom('promotion.funds')
    .select(['id', 'name', 'amount_yuan'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  const enclaves = await db
    .selectFrom('promotion.enclaves')
    .select(['id', 'name', 'city'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  return {
    channels: channels.map((one) => ({
      ...homeOf(
        one,
        through(({ id }) => id === one.id),
      ),
      kind: one.kind,
    })),
    funds: funds.map((one) => ({
      ...homeOf(
        one,
        through(({ fund_id }) => fund_id === one.id),
      ),
      amountYuan: one.amount_yuan,
    })),
    enclaves: enclaves.map((one) => ({
      ...homeOf(
        one,
        through(({ enclave_id }) => enclave_id === one.id),
      ),
      city: one.city,
    })),
    ...(await teamsOf(db, zoneId)),
  }
}

type Money = Awaited<ReturnType<typeof leadsWithMoney>>[number]

function homeOf({ id, name }: { readonly id: string; readonly name: string }, leads: readonly Money[]): BroughtHome {
  const reached = (stage: 'talks' | 'signed' | 'handed') => leads.filter(({ steps }) => steps.includes(stage)).length
  return {
    ...{ id, name, leads: leads.length, talks: reached('talks'), signed: reached('signed'), handed: reached('handed') },
    signedYuan: sumMoney(leads.flatMap(({ signed }) => signed)),
    paidYuan: sumMoney(leads.flatMap(({ paid }) => paid)),
  }
}

async function leadsWithMoney(db: Database, zoneId: string) {
  const leads = await db
    .selectFrom('promotion.leads')
    .select(['id', 'channel_id', 'stage'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('stage', '!=', 'merged')
    .execute()
  const agreements = await db
    .selectFrom('promotion.agreements')
    .select(['id', 'lead_id', 'amount_yuan'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('state', '=', 'signed')
    .where('kind', '!=', 'framework')
    .execute()
  const paid = await paidOf(db, zoneId, 'receipt')
  const byLead = Map.groupBy(agreements, ({ lead_id }) => lead_id)
  return leads.map(({ id, channel_id: channelId, stage }) => {
    const own = byLead.get(id) ?? []
    return {
      channelId,
      steps: reachedBy({ stage, talked: false }),
      signed: own.map(({ amount_yuan }) => amount_yuan),
      paid: own.flatMap((agreement) => paid.get(agreement.id) ?? []),
    }
  })
}

async function teamsOf(db: Database, zoneId: string) {
  const teams = await db
    .selectFrom('promotion.team_parts as part')
    .innerJoin('organisation.teams as team', (join) =>
      join.onRef('team.zone_id', '=', 'part.zone_id').onRef('team.id', '=', 'part.team_id'),
    )
    .select(['team.id', 'team.name', 'part.part', 'part.duty', 'part.industry'])
    .where('part.zone_id', '=', zoneId)
    .where('team.zone_id', '=', zoneId)
    .where('part.archived_at', 'is', null)
    .where('team.archived_at', 'is', null)
    .orderBy('part.id')
    .execute()
  const all = ['lead', 'service', 'industry'] as const
  return { teams, lacking: all.filter((part) => !teams.some((team) => team.part === part)) }
}
