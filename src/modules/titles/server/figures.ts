import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { zoneTitle } from '../contract/title.ts'
import { titlesAt } from './read.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'titles.provincial',
      label: { zh: '省级称号', en: 'Provincial titles' },
      unit: { zh: '个', en: 'title' },
      definition: {
        zh: '级别为省级、已授予、未过期、未撤销、未归档的开发区称号；企业自己的资质荣誉不计入',
        en: 'Titles of the zone on the level of the province that were granted, have not expired, been revoked or archived; honours of enterprises do not count',
      },
      op: 'count',
    }),
    kind: zoneTitle.name,
    rows: async (db, zoneId, { now }) => {
      const all = await titlesAt(db, zoneId, now)
      const rows = all.filter(({ level, standing }) => level === 'provincial' && standing === 'standing')
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
]
