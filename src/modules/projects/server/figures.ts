import { figure } from '../../../kernel/figure.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import { stages } from '../contract/stage.ts'
import type {} from './table.ts'

const projectUnit = { zh: '个', en: 'project' }
const yuan = { zh: '元', en: 'CNY' }

/** Projects that are not archived; whoever narrows them says how. */
function projectsIn(db: Database, zoneId: string) {
  return db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'kind', 'investment_yuan', 'stage', 'condition'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
}

const signedStages = stages.slice(stages.indexOf('signed'))

function signed(db: Database, zoneId: string) {
  return projectsIn(db, zoneId).where('stage', 'in', signedStages).where('condition', '!=', 'withdrawn')
}

type Row = Awaited<ReturnType<ReturnType<typeof projectsIn>['execute']>>[number]

const counted = ({ id, name }: Row): CountedRow => ({ id, name, value: 1 })
const invested = ({ id, name, investment_yuan }: Row): CountedRow => ({ id, name, value: investment_yuan ?? '0.00' })
const industrial = ({ id, name, kind }: Row): CountedRow => ({ id, name, value: kind === 'industrial' ? 1 : 0 })

/** 项目 figures. Definitions after zones.md 3: a withdrawn project is not signed any more. */
export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'projects.count',
      label: { zh: '累计实施项目', en: 'Projects implemented' },
      unit: projectUnit,
      definition: { zh: '本区登记在册、未归档的项目', en: 'Projects of the zone that are not archived' },
      op: 'count',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await projectsIn(db, zoneId).execute()).map(counted),
  },
  {
    figure: figure({
      key: 'projects.investment',
      label: { zh: '总投资', en: 'Total investment' },
      unit: yuan,
      definition: { zh: '未归档项目的总投资之和', en: 'Sum of total investment of the projects that are not archived' },
      op: 'sum',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await projectsIn(db, zoneId).execute()).map(invested),
  },
  {
    figure: figure({
      key: 'projects.industrial',
      label: { zh: '工业项目', en: 'Industrial projects' },
      unit: projectUnit,
      definition: { zh: '未归档项目中类别为工业的', en: 'Projects not archived whose kind is industrial' },
      op: 'count',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await projectsIn(db, zoneId).where('kind', '=', 'industrial').execute()).map(counted),
  },
  {
    figure: figure({
      key: 'projects.industrialShare',
      label: { zh: '工业项目占比', en: 'Share of industrial projects' },
      unit: { zh: '比例', en: 'ratio' },
      definition: { zh: '工业项目数 ÷ 未归档项目数', en: 'Industrial projects ÷ projects not archived' },
      op: 'share',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await projectsIn(db, zoneId).execute()).map(industrial),
  },
  {
    figure: figure({
      key: 'projects.signed.count',
      label: { zh: '签约落地项目', en: 'Projects signed' },
      unit: projectUnit,
      definition: {
        zh: '阶段已到签约及以后、未退出的项目',
        en: 'Projects at the stage signed or later, not withdrawn',
      },
      op: 'count',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await signed(db, zoneId).execute()).map(counted),
  },
  {
    figure: figure({
      key: 'projects.signed.investment',
      label: { zh: '签约总投资', en: 'Total investment signed' },
      unit: yuan,
      definition: { zh: '上述项目的总投资之和', en: 'Sum of total investment of the projects signed' },
      op: 'sum',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId) => (await signed(db, zoneId).execute()).map(invested),
  },
]
