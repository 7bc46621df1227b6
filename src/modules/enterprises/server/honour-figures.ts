import { figure } from '../../../kernel/figure.ts'
import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { Honour, honourLabels } from '../contract/honour.ts'
import type {} from './table.ts'

type HonourKind = keyof typeof honourLabels

interface Counted {
  readonly key: `enterprises.${string}`
  readonly kind: HonourKind
  readonly unit: Label
  readonly level?: 'provincial'
}

const counted: readonly Counted[] = [
  { key: 'enterprises.srdi', kind: 'srdi', unit: { zh: '家', en: 'enterprise' } },
  { key: 'enterprises.littleGiant', kind: 'littleGiant', unit: { zh: '家', en: 'enterprise' } },
  { key: 'enterprises.techCentres', kind: 'techCentre', level: 'provincial', unit: { zh: '个', en: 'centre' } },
  { key: 'enterprises.rankings', kind: 'ranking', unit: { zh: '次', en: 'entry' } },
]

export const honourFigures: readonly FigureSource[] = counted.map(({ key, kind, unit, level }) => ({
  figure: figure({
    key,
    label: level ? { zh: `省级${honourLabels[kind].zh}`, en: `${honourLabels[kind].en}, provincial` } : labelOf(kind),
    unit,
    definition: {
      zh: `未归档、类别为“${honourLabels[kind].zh}”${level ? '、级别为省级' : ''}、当日在有效期内的资质荣誉记录；同一企业同一类别只取最近认定的一条，榜单逐次计`,
      en: `Honours not archived of the kind "${honourLabels[kind].en}"${level ? ', provincial' : ''} that are valid on the day; of one enterprise only the latest, but every entry of a ranking`,
    },
    op: 'count',
  }),
  kind: Honour.name,
  rows: async (db, zoneId, { now }) => {
    const day = legalDayOf(now)
    let query = db
      .selectFrom('enterprises.honours')
      .select(['id', 'title', 'enterprise_id'])
      .where('zone_id', '=', zoneId)
      .where('archived_at', 'is', null)
      .where('kind', '=', kind)
      .where('issued_on', '<=', day)
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    if (level) query = query.where('level', '=', level)
    const rows = await query.orderBy('issued_on', 'desc').orderBy('id').execute()
    const latest = new Set<string>()
    return rows.flatMap(({ id, title, enterprise_id }) => {
      const seen = kind !== 'ranking' && latest.has(enterprise_id)
      latest.add(enterprise_id)
      return seen ? [] : [{ id, name: title, value: 1 }]
    })
  },
}))

function labelOf(kind: HonourKind): Label {
  return kind === 'ranking' ? { zh: '企业入围榜单次数', en: 'Entries in rankings' } : honourLabels[kind]
}
