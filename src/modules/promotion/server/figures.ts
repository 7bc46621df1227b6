import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, FigureSource } from '../../../platform/module.ts'
import { channelKindLabels, channelKinds } from '../contract/words.ts'
import { listLines } from './lines.ts'
import { paidOf } from './paid.ts'
import type {} from './table.ts'

const lead = { zh: '条', en: 'lead' }
const yuan = { zh: '元', en: 'CNY' }

/** Binding: neither a framework, which is an intention, nor what has ended. */
async function boundAgreements(db: Database, zoneId: string) {
  return db
    .selectFrom('promotion.agreements')
    .select(['id', 'title as name', 'amount_yuan'])
    .where('zone_id', '=', zoneId)
    .where('state', '=', 'signed')
    .where('kind', '!=', 'framework')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** One figure a way: open and successful leads that came by it. */
const byChannel = channelKinds.map(
  (kind): FigureSource => ({
    figure: figure({
      key: `promotion.leads.${kind}`,
      label: { zh: `${channelKindLabels[kind].zh}线索`, en: `Leads: ${channelKindLabels[kind].en}` },
      unit: lead,
      definition: {
        zh: '未归档、经这类渠道来的线索，含已关闭的；并入别的线索的不计',
        en: 'Leads not archived that came by channels of this way, closed ones too; those merged into another are not counted',
      },
      op: 'count',
    }),
    kind: 'promotion.lead',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('promotion.leads as lead')
        .innerJoin('promotion.channels as channel', (join) =>
          join.onRef('channel.zone_id', '=', 'lead.zone_id').onRef('channel.id', '=', 'lead.channel_id'),
        )
        .select(['lead.id', 'lead.name'])
        .where('lead.zone_id', '=', zoneId)
        .where('channel.zone_id', '=', zoneId)
        .where('channel.kind', '=', kind)
        .where('lead.stage', '!=', 'merged')
        .where('lead.archived_at', 'is', null)
        .orderBy('lead.id')
        .execute()
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  }),
)

export const figures: readonly FigureSource[] = [
  ...byChannel,
  {
    figure: figure({
      key: 'promotion.contactLate',
      label: { zh: '逾期未联系的线索', en: 'Leads whose next contact is late' },
      unit: lead,
      definition: {
        zh: '在跟（线索、洽谈阶段）、最近一次记录约定的下次联系早于今天的线索',
        en: 'Open leads (lead, talks) whose latest record names a next contact before today',
      },
      op: 'count',
    }),
    kind: 'promotion.lead',
    rows: async (db, zoneId, { now }) => {
      const lines = await listLines(db, { zoneId, day: legalDayOf(now) }, { stages: ['lead', 'talks'] })
      const late = lines.filter(({ daysLate }) => daysLate !== null && daysLate > 0)
      return late.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'promotion.signed.investment',
      label: { zh: '招商签约金额', en: 'Investment signed through promotion' },
      unit: yuan,
      definition: {
        zh: '未归档、已签约未终止的投资协议和补充协议的协议投资；框架协议不计',
        en: 'Investment of agreements and supplements that are signed, not ended and not archived; frameworks are not counted',
      },
      op: 'sum',
    }),
    kind: 'promotion.agreement',
    rows: async (db, zoneId) =>
      (await boundAgreements(db, zoneId)).map(({ id, name, amount_yuan: value }) => ({ id, name, value })),
  },
  {
    figure: figure({
      key: 'promotion.paidIn',
      label: { zh: '招商到位资金', en: 'Investment paid in' },
      unit: yuan,
      definition: {
        zh: '上述协议按银行到账凭证登记的到位资金，已减去冲销；统计口径和外资口径另计，不相加',
        en: 'Money entered by bank receipts for these agreements, less counter-entries; the counts of statistics and foreign capital stand apart',
      },
      op: 'sum',
    }),
    kind: 'promotion.agreement',
    rows: async (db, zoneId) => {
      const paid = await paidOf(db, zoneId, 'receipt')
      const bound = await boundAgreements(db, zoneId)
      return bound.flatMap(({ id, name }) => {
        const value = paid.get(id)
        return value === undefined ? [] : [{ id, name, value }]
      })
    },
  },
  {
    figure: figure({
      key: 'funds.private',
      label: { zh: '私募基金规模', en: 'Private funds' },
      unit: yuan,
      definition: { zh: '未归档的私募基金的规模合计', en: 'Sizes of private funds that are not archived' },
      op: 'sum',
    }),
    kind: 'promotion.fund',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('promotion.funds')
        .select(['id', 'name', 'amount_yuan as value'])
        .where('zone_id', '=', zoneId)
        .where('kind', '=', 'private')
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows
    },
  },
]
