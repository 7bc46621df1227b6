import { useLanguage, useText } from '../../../../web/text.tsx'
import { feesTable } from '../../domain/lists/fees.ts'
import { mattersTable } from '../../domain/lists/matters.ts'
import { notesTable, type PlanContext } from '../../domain/lists/notes.ts'
import { papersTable } from '../../domain/lists/papers.ts'
import { narrow } from '../../domain/lists/pick.ts'
import { commitmentsTable, owedTable } from '../../domain/lists/promises.ts'
import { cellText, type ListTable } from '../../domain/lists/table.ts'
import type { PartProps } from './parts.ts'
import { PrintFoot, PrintHead } from './print-head.tsx'

/** Matters, papers to tick, bill, commitments, owed papers and what it was computed from, on upright A4. */
export function PrintLists(props: PartProps & { readonly context: PlanContext }) {
  const say = useText()
  const language = useLanguage()
  const { plan, names, context } = props
  const tables = [
    narrow(mattersTable(plan, names, language), [0, 2, 3, 5, 7, 8, 10]),
    papersTable(plan, names, language),
    narrow(feesTable(plan, names, language), [0, 2, 4, 5, 6, 7]),
    commitmentsTable(plan, names, language),
    owedTable(plan, names, language),
    notesTable(plan, names, { context, language }),
  ]
  return (
    <div className="print-page">
      <PrintHead {...props} />
      {tables
        .filter((table) => table.rows.length > 0)
        .map((table) => (
          <PrintTable key={table.key} table={table} />
        ))}
      <PrintFoot context={context} note={say({ zh: 'A4 清单', en: 'A4 lists' })} />
    </div>
  )
}

function PrintTable({ table }: { readonly table: ListTable }) {
  const sum = table.columns.reduce((total, column) => total + widthOf(column), 0)
  return (
    <section>
      <h2>{table.title}</h2>
      <table>
        <colgroup>
          {table.columns.map((column) => (
            <col key={column.title} style={{ width: `${(widthOf(column) / sum) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title}>{column.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.map(cellText).join('|')}>
              {table.columns.map((column, i) => (
                <td
                  key={column.title}
                  className={column.kind === 'number' || column.kind === 'yuan' ? 'end' : column.kind}
                >
                  {cellText(row[i] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  )
}

/** Dates must not break. */
const widthOf = (column: ListTable['columns'][number]): number =>
  column.kind === 'day' ? Math.max(17, column.width) : column.width
