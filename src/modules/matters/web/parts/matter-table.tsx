import { Link } from '@tanstack/react-router'
import { named, useText } from '../../../../web/text.tsx'
import { kindLabel, limitLabel } from '../../contract/labels.ts'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import type { MatterRow } from '../../contract.ts'
import { ConfidenceMark } from '../panels.tsx'

interface MatterTableProps {
  readonly rows: readonly MatterRow[]
  readonly stages: readonly { readonly code: string; readonly name: string }[]
}

const columns = [
  { zh: '事项', en: 'Matter' },
  { zh: '类型', en: 'Kind' },
  { zh: '办理部门', en: 'Office' },
  { zh: '法定时限', en: 'Limit by law' },
  { zh: '承诺时限', en: 'Promised limit' },
  { zh: '材料', en: 'Papers' },
  { zh: '可信度', en: 'Confidence' },
]

/** One table a stage, so that the stage's name is a heading that one can jump to; on a phone each row becomes a card. */
export function MatterTable({ rows, stages }: MatterTableProps) {
  const say = useText()
  if (rows.length === 0) {
    return (
      <p className="card">{say({ zh: '没有符合条件的事项。换个词试试。', en: 'No matter fits. Try another word.' })}</p>
    )
  }
  const filled = stages.filter((stage) => rows.some((row) => row.stage === stage.code))
  return filled.map((stage) => (
    <section key={stage.code} aria-labelledby={`stage-${stage.code}`} className="stage">
      <h2 id={`stage-${stage.code}`}>{say(labelOfMixed(stage.name))}</h2>
      <table className="matters">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.en} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((row) => row.stage === stage.code)
            .map((row) => (
              <Row key={row.code} row={row} />
            ))}
        </tbody>
      </table>
    </section>
  ))
}

function Row({ row }: { readonly row: MatterRow }) {
  const say = useText()
  const cell = (column: number) => ({ 'data-label': say(columns[column] ?? { zh: '', en: '' }) })
  return (
    <tr>
      <th scope="row">
        <Link to="/matters/$code" params={{ code: row.code }}>
          {say(named(row))}
        </Link>
      </th>
      <td {...cell(1)}>{say(kindLabel(row.kind))}</td>
      <td {...cell(2)}>{say(labelOfMixed(row.authority))}</td>
      <td {...cell(3)}>{say(limitLabel(row.limits.statutory))}</td>
      <td {...cell(4)}>{say(limitLabel(row.limits.committed))}</td>
      <td {...cell(5)} className="number">
        {row.papers}
      </td>
      <td {...cell(6)}>
        <span className="marks">
          {row.confidence.map((mark) => (
            <ConfidenceMark key={mark} mark={mark} />
          ))}
        </span>
      </td>
    </tr>
  )
}
