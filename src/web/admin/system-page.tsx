import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Label } from '../../kernel/label.ts'
import { lookAtSystem, type SystemView } from '../../platform/system/contract.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Text, useText } from '../text.tsx'
import { type StateLine, stateLines } from './system-state.ts'
import './system.css'

const everyMs = 15_000

const states: Readonly<Record<StateLine['state'], { readonly sign: string; readonly label: Label }>> = {
  good: { sign: '✓', label: { zh: '正常', en: 'Well' } },
  look: { sign: '!', label: { zh: '请留意', en: 'Look' } },
  bad: { sign: '✕', label: { zh: '要处理', en: 'Act' } },
  unknown: { sign: '?', label: { zh: '不知道', en: 'Unknown' } },
}

type Slow = SystemView['slow'][number] & { readonly key: string }

const columns: readonly Column<Slow>[] = [
  {
    label: { zh: '接口或任务', en: 'Endpoint or job' },
    cell: ({ by }) => by ?? <Text label={{ zh: '后台巡检', en: 'own rounds' }} />,
  },
  { label: { zh: '时间', en: 'At' }, cell: ({ at }) => readableMoment(at) },
  { label: { zh: '毫秒', en: 'ms' }, cell: ({ ms }) => ms },
  { label: { zh: '语句', en: 'Statement' }, cell: ({ sql }) => <code className="slow-sql">{sql}</code> },
]

/** Jobs, sealing, backup, calendar, disk, and what was slow: the morning look of a system administrator. */
export function SystemPage() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...queryOf(lookAtSystem, { zone: zone.code }),
    staleTime: 0,
    refetchInterval: everyMs,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const slow = data.slow.map((one, i) => ({ ...one, key: `${one.at} ${i}` }))
  const { release, node, since, database } = data
  const size = (database.bytes / 1024 / 1024).toFixed(0)
  return (
    <>
      <ul className="plain-list system-lines" aria-label={say({ zh: '状况', en: 'State' })}>
        {stateLines(data, new Date(dataUpdatedAt)).map((line) => (
          <Line key={line.key} line={line} zone={zone.code} />
        ))}
      </ul>
      <p className="soft small">
        {say({
          zh: `程序 ${release}，Node ${node}，PostgreSQL ${database.version}，数据库 ${size} MB，自 ${readableMoment(since)} 运行。`,
          en: `Release ${release}, Node ${node}, PostgreSQL ${database.version}, database ${size} MB, running since ${readableMoment(since)}.`,
        })}
      </p>
      <h2>{say({ zh: '慢查询', en: 'Slow statements' })}</h2>
      {slow.length === 0 ? (
        <p>
          {say({
            zh: '本次启动以来没有。界限由 LUODI_SLOW_MS 设定，默认 500 毫秒。',
            en: 'None since the start. LUODI_SLOW_MS says from when on one is slow: 500 ms by default.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={{ zh: '慢查询', en: 'Slow statements' }}
          columns={columns}
          rows={slow}
          keyOf={({ key }) => key}
        />
      )}
    </>
  )
}

function Line({ line: { label, state, text, to }, zone }: { readonly line: StateLine; readonly zone: string }) {
  const say = useText()
  const { sign, label: name } = states[state]
  return (
    <li className={`card system-line system-${state}`}>
      <span className="system-sign">
        <span aria-hidden="true">{sign}</span> {say(name)}
      </span>
      <span>
        <strong>
          {to === undefined ? (
            say(label)
          ) : (
            <Link to={to} search={{ zone }}>
              {say(label)}
            </Link>
          )}
        </strong>
        <br />
        {say(text)}
      </span>
    </li>
  )
}
