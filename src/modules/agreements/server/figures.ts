import { type Figure, figure } from '../../../kernel/figure.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import { projectNames } from '../../projects/server/api.ts'
import { daysBehind, measure } from './measure.ts'
import { agreementsOfZone } from './store.ts'

type Given = Parameters<FigureSource['rows']>[2]

async function inForce(db: Database, zoneId: string) {
  const rows = await agreementsOfZone(db, zoneId).where('state', '=', 'in_force').orderBy('id').execute()
  return {
    rows,
    names: await projectNames(
      db,
      zoneId,
      rows.map((row) => row.project_id),
    ),
  }
}

async function agreed(db: Database, zoneId: string): Promise<CountedRow[]> {
  const { rows, names } = await inForce(db, zoneId)
  return rows.map(({ id, project_id }) => ({ id, name: names.get(project_id) ?? '', value: 1 }))
}

/** Every agreed plan in force with the working days by which its project is behind. */
async function behind(db: Database, zoneId: string, { now, zone }: Given): Promise<CountedRow[]> {
  if (zone === null) return []
  const { rows, names } = await inForce(db, zoneId)
  const counted: CountedRow[] = []
  for (const row of rows) {
    const measured = await measure(db, zone, { row, now })
    const value = measured === null ? 0 : daysBehind(measured)
    if (value > 0) counted.push({ id: row.id, name: names.get(row.project_id) ?? '', value })
  }
  return counted
}

const late = async (db: Database, zoneId: string, given: Given): Promise<CountedRow[]> =>
  (await behind(db, zoneId, given)).map((row) => ({ ...row, value: 1 }))

function source(data: Figure, rows: FigureSource['rows']): FigureSource {
  return { figure: figure(data), kind: 'agreements.agreement', table: 'agreements.agreements', rows }
}

const unit = { zh: '个', en: 'project' }

export const figures: readonly FigureSource[] = [
  source(
    {
      key: 'plans.agreed',
      label: { zh: '有约定方案的项目', en: 'Projects with an agreed plan' },
      unit,
      definition: {
        zh: '企业与开发区双方签署、现行有效、未归档的约定方案，一个项目计一份',
        en: 'Agreed plans in force that the enterprise and the zone have both signed, not archived; one a project',
      },
      op: 'count',
    },
    agreed,
  ),
  source(
    {
      key: 'plans.agreed.late',
      label: { zh: '晚于约定的项目', en: 'Projects behind their agreed plan' },
      unit,
      definition: {
        zh: '现行约定方案中，今天测算的施工许可（无施工许可的看投产）晚于承诺日期的项目；已到未到都算，早于或等于的不计',
        en: 'Agreed plans in force whose permit (production, where there is no permit) is now reckoned with later than was promised, reached or not',
      },
      op: 'count',
    },
    late,
  ),
  source(
    {
      key: 'plans.agreed.daysBehind',
      label: { zh: '晚于约定的工作日（中位数）', en: 'Working days behind the agreed plan (median)' },
      unit: { zh: '个工作日', en: 'working day' },
      definition: {
        zh: '晚于约定的项目，施工许可（无施工许可的看投产）比承诺日期晚的工作日的中位数',
        en: 'Of the projects behind their agreed plan, the median of the working days by which the permit (or production) is late',
      },
      op: 'median',
    },
    behind,
  ),
]
