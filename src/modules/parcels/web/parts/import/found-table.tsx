import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { muFromSqm } from '../../../../../kernel/area.ts'
import { PlainTable } from '../../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../../web/text.tsx'
import type { FoundShape } from '../../../contract/shape-import.ts'
import { isRefused } from './choice.ts'

interface FoundTableProps {
  readonly shapes: readonly FoundShape[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (number: number, isChosen: boolean) => void
}

/** Every shape of the file: which parcel it becomes, both areas, and what speaks against it. */
export function FoundTable({ shapes, chosen, onChoose }: FoundTableProps) {
  const say = useText()
  return (
    <PlainTable
      caption={{ zh: '文件里的图形', en: 'Shapes of the file' }}
      rows={shapes}
      keyOf={({ number }) => String(number)}
      columns={[
        {
          label: { zh: '导入', en: 'Take' },
          cell: (one) => (
            <Checkbox
              checked={chosen.has(one.number)}
              disabled={isRefused(one)}
              onChange={(event) => onChoose(one.number, event.target.checked)}
            >
              {one.number}. {one.name ?? one.code ?? say({ zh: '（无编号）', en: '(no code)' })}
            </Checkbox>
          ),
        },
        { label: { zh: '地块', en: 'Parcel' }, cell: (one) => <ParcelOf one={one} /> },
        {
          label: { zh: '图形（亩）', en: 'Drawn (mu)' },
          cell: ({ drawnSqm }) => <span className="number">{drawnSqm === null ? '–' : muFromSqm(drawnSqm)}</span>,
        },
        {
          label: { zh: '登记（亩）', en: 'Registered (mu)' },
          cell: ({ registeredSqm }) => (
            <span className="number">
              {registeredSqm === null ? say({ zh: '未登记', en: 'not known' }) : muFromSqm(registeredSqm)}
            </span>
          ),
        },
        {
          label: { zh: '相差', en: 'Difference' },
          cell: ({ differencePercent: percent }) => (
            <span className="number">{percent === null ? '–' : `${percent > 0 ? '+' : ''}${percent}%`}</span>
          ),
        },
        { label: { zh: '核对结果', en: 'Findings' }, cell: (one) => <Findings one={one} /> },
      ]}
    />
  )
}

function ParcelOf({ one: { parcel, code } }: { readonly one: FoundShape }) {
  const say = useText()
  const { zone } = useMember()
  if (parcel === null) return code === null ? '–' : say({ zh: `新地块 ${code}`, en: `New parcel ${code}` })
  return (
    <div>
      <div>
        <Link to="/parcels/$id" params={{ id: parcel.id }} search={{ zone: zone.code }}>
          {parcel.code}
        </Link>
      </div>
      <div>{say(parcel.drawn ? { zh: '更换图形', en: 'shape replaced' } : { zh: '首次绘制', en: 'first shape' })}</div>
    </div>
  )
}

function Findings({ one }: { readonly one: FoundShape }) {
  const say = useText()
  const { findings, warnings } = one
  if (findings.length === 0 && warnings.length === 0) return say({ zh: '✓ 通过', en: '✓ Good' })
  return (
    <ul className="plain-list">
      {findings.map(({ doubt, text }) => (
        <li key={text.zh}>
          {doubt === null ? say({ zh: '✗ 不能导入：', en: '✗ Refused: ' }) : say({ zh: '? 请确认：', en: '? Asked: ' })}
          {say(text)}
        </li>
      ))}
      {warnings.map((text) => (
        <li key={text.zh}>
          {say({ zh: '⚠ ', en: '⚠ ' })}
          {say(text)}
        </li>
      ))}
    </ul>
  )
}
