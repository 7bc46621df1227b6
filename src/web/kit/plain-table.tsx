import type { ReactNode } from 'react'
import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'
import './records/records.css'

export interface Column<Row> {
  readonly label: Label
  readonly cell: (row: Row) => ReactNode
}

interface PlainTableProps<Row> {
  readonly caption: Label
  /** The first names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Beneath the table: what follows, or how many there are. */
  readonly children?: ReactNode
}

/** A table for reading; on a phone each row is a card. */
export function PlainTable<Row>({ caption, columns, rows, keyOf, children }: PlainTableProps<Row>) {
  const say = useText()
  const [first, ...rest] = columns
  return (
    <div className="records">
      <table className="records-table plain">
        <caption className="visually-hidden">{say(caption)}</caption>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label.en} scope="col">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {rest.map(({ label, cell }) => (
                <td key={label.en} data-label={say(label)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </div>
  )
}
