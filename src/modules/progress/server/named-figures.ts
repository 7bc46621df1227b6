import { z } from 'zod'
import { figure } from '../../../kernel/figure.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import type {} from '../../projects/server/table.ts'
import { capacity, horizonLabels } from '../contract/capacity.ts'
import { report } from '../contract/report.ts'
import type {} from './table.ts'

const Label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const horizons = Object.keys(horizonLabels) as [keyof typeof horizonLabels, ...(keyof typeof horizonLabels)[]]

/** What a report of the zone says of one project: read by the project's local code. */
const Named = z.strictObject({
  note: z.string(),
  figures: z.array(
    z.strictObject({
      key: z.string().regex(/^project(\.[a-zA-Z]+)+$/),
      localCode: z.string().min(1),
      measure: z.enum(['investment', 'progress', 'capacity', 'lines']),
      /** Of capacity and lines: of which. */
      horizon: z.enum(horizons).optional(),
      product: z.string().optional(),
      label: Label,
      unit: Label,
    }),
  ),
})
type One = z.infer<typeof Named>['figures'][number]

/** Figures that the zones' own reports give of single projects, as data/projects/figures.json names them. */
export function namedFigures(): readonly FigureSource[] {
  return Named.parse(readDataFile('projects/figures.json')).figures.map(sourceOf)
}

function sourceOf(one: One): FigureSource {
  const { key, label, unit } = one
  return {
    figure: figure({ key: key as `project.${string}`, label, unit, definition: definitionOf(one), op: opOf(one) }),
    kind: { investment: 'projects.project', progress: report.name, capacity: capacity.name, lines: capacity.name }[
      one.measure
    ],
    rows: (db, zoneId) => rowsOf[one.measure](db, zoneId, one),
  }
}

/** Progress is what the last report says; everything else is a sum. */
function opOf({ measure }: One) {
  return measure === 'progress' ? 'latest' : 'sum'
}

function definitionOf({ localCode, measure, horizon, product }: One) {
  const of = { zh: `区内编号为 ${localCode} 的未归档项目`, en: `The project ${localCode}, not archived` }
  const which = horizon === undefined ? { zh: '', en: '' } : horizonLabels[horizon]
  switch (measure) {
    case 'investment':
      return { zh: `${of.zh}的总投资`, en: `${of.en}: its total investment` }
    case 'progress':
      return { zh: `${of.zh}最近一月月度进展的累计完成`, en: `${of.en}: done so far by its last monthly report` }
    case 'capacity':
      return {
        zh: `${of.zh}的产能记录中口径为“${which.zh}”的${product ?? ''}数量之和`,
        en: `${of.en}: sum of its capacities "${which.en}"`,
      }
    case 'lines':
      return {
        zh: `${of.zh}的产能记录中口径为“${which.zh}”的生产线之和`,
        en: `${of.en}: sum of its lines "${which.en}"`,
      }
  }
}

type Rows = (db: Database, zoneId: string, one: One) => Promise<readonly CountedRow[]>

const rowsOf: Readonly<Record<One['measure'], Rows>> = {
  investment: async (db, zoneId, { localCode }) => {
    const rows = await projectsOf(db, zoneId, localCode).select(['id', 'name', 'investment_yuan']).execute()
    return rows.map(({ id, name, investment_yuan }) => ({ id, name, value: investment_yuan ?? '0.00' }))
  },
  progress: async (db, zoneId, { localCode }) => {
    const rows = await db
      .selectFrom('progress.reports')
      .select(['id', 'month', 'actual_percent'])
      .where('zone_id', '=', zoneId)
      .where('archived_at', 'is', null)
      .where('project_id', 'in', projectsOf(db, zoneId, localCode).select('id'))
      .orderBy('month', 'desc')
      .limit(1)
      .execute()
    return rows.map(({ id, month, actual_percent }) => ({ id, name: month, value: Number(actual_percent) / 100 }))
  },
  capacity: async (db, zoneId, one) =>
    (await capacities(db, zoneId, one)).map(({ id, product, quantity }) => ({
      id,
      name: product,
      value: Number(quantity),
    })),
  lines: async (db, zoneId, one) =>
    (await capacities(db, zoneId, one)).map(({ id, product, lines }) => ({ id, name: product, value: lines ?? 0 })),
}

function projectsOf(db: Database, zoneId: string, localCode: string) {
  return db
    .selectFrom('projects.projects')
    .where('zone_id', '=', zoneId)
    .where('local_code', '=', localCode)
    .where('archived_at', 'is', null)
}

function capacities(db: Database, zoneId: string, { localCode, horizon, product }: One) {
  let query = db
    .selectFrom('progress.capacities')
    .select(['id', 'product', 'quantity', 'lines'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('project_id', 'in', projectsOf(db, zoneId, localCode).select('id'))
    .orderBy('id')
  if (horizon !== undefined) query = query.where('horizon', '=', horizon)
  if (product !== undefined) query = query.where('product', '=', product)
  return query.execute()
}
