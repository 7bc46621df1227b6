import { Button } from 'antd'
import type { Outcome } from '../../../../kernel/verdict.ts'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Trial } from '../../contract/verdicts.ts'

type Row = Trial['rows'][number]

const outcomeWords: Readonly<Record<Outcome, { zh: string; en: string }>> = {
  met: { zh: '✓ 要办', en: '✓ applies' },
  not_met: { zh: '✗ 不用办', en: '✗ does not apply' },
  unknown: { zh: '? 不能确定', en: '? cannot be told' },
}
const conditionWords: Readonly<Record<Outcome, { zh: string; en: string }>> = {
  met: { zh: '✓ 成立', en: '✓ met' },
  not_met: { zh: '✗ 不成立', en: '✗ not met' },
  unknown: { zh: '? 不知道', en: '? unknown' },
}

interface TrialTableProps {
  readonly trial: Trial
  /** Keeps a row as an own example of the matter. */
  readonly onExample?: (row: Row) => void
}

/** What the rule says of every project, condition by condition. */
export function TrialTable({ trial, onExample }: TrialTableProps) {
  const say = useText()
  const count = (outcome: Outcome) => trial.rows.filter((row) => row.outcome === outcome).length
  const columns: Column<Row>[] = [
    { label: { zh: '项目', en: 'Project' }, cell: (row) => <Name row={row} /> },
    { label: { zh: '结果', en: 'Verdict' }, cell: ({ outcome }) => <strong>{say(outcomeWords[outcome])}</strong> },
    { label: { zh: '逐条', en: 'Conditions' }, cell: (row) => <Conditions row={row} /> },
  ]
  if (onExample) {
    const cell = (row: Row) => (
      <Button size="small" onClick={() => onExample(row)}>
        {say({ zh: '记为例子', en: 'Keep as example' })}
        <span className="visually-hidden">：{row.name}</span>
      </Button>
    )
    columns.push({ label: { zh: '例子', en: 'Example' }, cell })
  }
  return (
    <>
      <p role="status" className="small">
        {say({
          zh: `${trial.rows.length} 个项目：要办 ${count('met')}，不用办 ${count('not_met')}，不能确定 ${count('unknown')}。`,
          en: `${trial.rows.length} projects: applies to ${count('met')}, not to ${count('not_met')}, cannot be told of ${count('unknown')}.`,
        })}
      </p>
      <PlainTable
        caption={{ zh: '规则试算', en: 'The rule tried' }}
        columns={columns}
        rows={trial.rows}
        keyOf={({ id }) => id}
      />
    </>
  )
}

function Name({ row }: { readonly row: Row }) {
  const say = useText()
  return (
    <>
      {row.name} {row.kind === 'example' && <span className="mark">{say({ zh: '示例', en: 'example' })}</span>}
    </>
  )
}

function Conditions({ row }: { readonly row: Row }) {
  const say = useText()
  return (
    <ul className="plain-list small">
      {row.conditions.map(({ text, outcome, facts }) => (
        <li key={text}>
          {say(conditionWords[outcome])} <code>{text}</code>{' '}
          {facts.map(({ code, value }) => (
            <span key={code} className="soft">
              {code} = {value === null ? say({ zh: '没填', en: 'not given' }) : String(value)}{' '}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
