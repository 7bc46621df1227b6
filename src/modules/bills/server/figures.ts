import { type Figure, figure } from '../../../kernel/figure.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import { projectNames } from '../../projects/server/api.ts'
import type { LineState } from '../contract/steps.ts'
import { linesOfZone, type StoredLine } from './store.ts'

async function counted(
  db: Database,
  zoneId: string,
  { states, value }: { readonly states: readonly LineState[]; readonly value: (row: StoredLine) => string | null },
): Promise<CountedRow[]> {
  const rows = await linesOfZone(db, zoneId).where('state', 'in', states).orderBy('id').execute()
  const names = await projectNames(db, zoneId, [...new Set(rows.map((row) => row.project_id))])
  return rows.flatMap((row) => {
    const yuan = value(row)
    return yuan === null
      ? []
      : [{ id: row.id, name: `${names.get(row.project_id) ?? ''}：${row.name_zh}`, value: yuan }]
  })
}

const unit = { zh: '元', en: 'CNY' }

function source(
  data: Omit<Figure, 'unit' | 'op'>,
  how: { readonly states: readonly LineState[]; readonly value: (row: StoredLine) => string | null },
): FigureSource {
  return {
    figure: figure({ ...data, unit, op: 'sum' }),
    ...{ kind: 'bills.line', table: 'bills.lines' },
    rows: (db, zoneId) => counted(db, zoneId, how),
  }
}

export const figures: readonly FigureSource[] = [
  source(
    {
      key: 'bills.due',
      label: { zh: '待缴费用', en: 'Fees due' },
      definition: {
        zh: '未归档账单中待缴和企业已报缴待确认的项目，按应缴金额；金额还不知道的不计',
        en: 'Lines of bills not archived that are due, or reported and not confirmed, by their amount; those of unknown amount are left out',
      },
    },
    { states: ['due', 'reported'], value: ({ amount }) => amount },
  ),
  source(
    {
      key: 'bills.paid',
      label: { zh: '已缴费用', en: 'Fees paid' },
      definition: {
        zh: '未归档账单中部门已确认到账的金额，退费前',
        en: 'What offices have confirmed as paid on bills not archived, before refunds',
      },
    },
    { states: ['paid', 'refunded'], value: ({ paid_yuan }) => paid_yuan },
  ),
  source(
    {
      key: 'bills.waived',
      label: { zh: '减免费用', en: 'Fees waived' },
      definition: {
        zh: '未归档账单中按目录规则或由部门依据减免的项目，按原应缴金额；金额还不知道的不计',
        en: 'Lines waived by a rule of the catalogue or by an office with its ground, by the amount that was due; unknown amounts are left out',
      },
    },
    { states: ['waived'], value: ({ amount }) => amount },
  ),
  source(
    {
      key: 'bills.refunded',
      label: { zh: '已退费用', en: 'Fees refunded' },
      definition: { zh: '未归档账单中已退还的金额', en: 'What was refunded on bills not archived' },
    },
    { states: ['refunded'], value: ({ refunded_yuan }) => refunded_yuan },
  ),
]
