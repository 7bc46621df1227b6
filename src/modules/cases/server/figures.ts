import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { readCase, readClocks } from '../domain/light.ts'
import { anyOf } from './any-of.ts'
import { backdatedSteps } from './backdated.ts'
import { listNames } from './names.ts'
import type { StoredCase } from './rows.ts'
import { rulesIn } from './rules.ts'
import { casesIn, headsIn, storedOf } from './store.ts'

type Row = StoredCase['row']
type Given = Parameters<FigureSource['rows']>[2]

const unit = { zh: '件', en: 'case' }
const yearDays = 365

function casesOf(db: Database, zoneId: string) {
  return casesIn(db, { zoneId, enterpriseId: undefined }).orderBy('id')
}

/** Each case by its project and matter. */
async function counted(db: Database, zoneId: string, rows: readonly Row[]): Promise<CountedRow[]> {
  const names = await listNames(db, 'projects.projects', {
    zoneId,
    ids: [...new Set(rows.map((row) => row.project_id))],
  })
  return rows.map(({ id, project_id, matter_name_zh }) => ({
    id,
    name: `${names.get(project_id) ?? ''}：${matter_name_zh}`,
    value: 1,
  }))
}

async function overdue(db: Database, zoneId: string, { now, zone }: Given): Promise<Row[]> {
  const moment = { calendar: await zoneCalendar(db, zone?.code), today: legalDayOf(now) }
  const scope = { zoneId, enterpriseId: undefined }
  const stored = await storedOf(db, scope, await headsIn(db, scope).where('open', '=', true).orderBy('id').execute())
  return stored
    .filter(({ facts }) => readCase(facts, readClocks(facts, moment)).light.kind === 'overdue')
    .map(({ row }) => row)
}

function source(data: Figure, rows: (db: Database, zoneId: string, given: Given) => Promise<Row[]>): FigureSource {
  return {
    figure: figure(data),
    kind: 'cases.case',
    table: 'cases.cases',
    rows: async (db, zoneId, given) => counted(db, zoneId, await rows(db, zoneId, given)),
  }
}

async function backdated(db: Database, zoneId: string, { now, zone }: Given): Promise<Row[]> {
  const calendar = await zoneCalendar(db, zone?.code)
  const { backdatedAfter: after } = await rulesIn(db, zoneId, legalDayOf(now))
  const ids = new Set((await backdatedSteps(db, zoneId, { calendar, now, after })).map(({ id }) => id))
  if (ids.size === 0) return []
  return casesOf(db, zoneId).where('id', '=', anyOf(ids)).execute()
}

export const figures: readonly FigureSource[] = [
  source(
    {
      key: 'cases.open',
      label: { zh: '在办办件', en: 'Cases in handling' },
      unit,
      definition: {
        zh: '未归档、尚等申请人或部门的办件（含待送达、待补容缺材料）',
        en: 'Cases not archived that wait for the applicant or the office, delivery and owed papers included',
      },
      op: 'count',
    },
    (db, zoneId) => casesOf(db, zoneId).where('open', '=', true).execute(),
  ),
  source(
    {
      key: 'cases.overdue',
      label: { zh: '超期办件', en: 'Cases overdue' },
      unit,
      definition: {
        zh: '在办办件中已有期限超过的，不论项目方案有无机动',
        en: 'Cases in handling of which a limit has passed, whatever slack the plan of their project has',
      },
      op: 'count',
    },
    overdue,
  ),
  source(
    {
      key: 'cases.backdated',
      label: { zh: '有补录步骤的办件', en: 'Cases with steps entered afterwards' },
      unit,
      definition: {
        zh: '未归档、近 365 天内有步骤晚于实际办理日录入的办件；晚几个工作日起算由办件规则规定，程序自动记录的不算',
        en: 'Cases not archived with a step of the last 365 days that was entered more than the ruled working days after its day',
      },
      op: 'count',
    },
    backdated,
  ),
  source(
    {
      key: 'cases.decided.count',
      label: { zh: '近一年办结', en: 'Cases decided within a year' },
      unit,
      definition: {
        zh: '未归档、办结日在最近 365 天内的办件，不论其后撤回或撤销',
        en: 'Cases not archived whose decision lies in the last 365 days, whether or not it was taken back since',
      },
      op: 'count',
    },
    (db, zoneId, { now }) => {
      const since = dayFromNumber(dayNumber(legalDayOf(now)) - yearDays)
      return casesOf(db, zoneId).where('decided_on', '>', since).execute()
    },
  ),
]
