import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage } from '../../../../web/text.tsx'
import type { Plan } from '../../contract/plan.ts'
import { feesTable } from '../../domain/lists/fees.ts'
import { mattersTable } from '../../domain/lists/matters.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { papersTable } from '../../domain/lists/papers.ts'
import { narrow } from '../../domain/lists/pick.ts'
import { commitmentsTable, owedTable } from '../../domain/lists/promises.ts'
import { cellText, type ListTable } from '../../domain/lists/table.ts'

/** The lists of a plan, each folded: matters with their dates, papers by party, commitments, owed papers, fees. */
export function PlanLists({ plan, names }: { readonly plan: Plan; readonly names: PlanNames }) {
  const language = useLanguage()
  const tables = [
    narrow(mattersTable(plan, names, language), [0, 2, 3, 5, 7, 8]),
    papersTable(plan, names, language),
    commitmentsTable(plan, names, language),
    owedTable(plan, names, language),
    narrow(feesTable(plan, names, language), [0, 2, 3, 4, 5, 6]),
  ]
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => (
      <details key={table.key}>
        <summary className="delays-more">
          {table.title} {table.rows.length}
        </summary>
        <ListOf table={table} />
      </details>
    ))
}

function ListOf({ table }: { readonly table: ListTable }) {
  const same = (text: string) => ({ zh: text, en: text })
  const rows = table.rows.map((row, i) => ({ key: String(i), cells: row.map(cellText) }))
  return (
    <PlainTable
      caption={same(table.title)}
      columns={table.columns.map(({ title }, i) => ({
        label: same(title),
        cell: ({ cells }: { readonly cells: readonly string[] }) => cells[i] ?? '',
      }))}
      rows={rows}
      keyOf={({ key }) => key}
    >
      {table.notes.map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
    </PlainTable>
  )
}
