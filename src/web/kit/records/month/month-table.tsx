import { Link } from '@tanstack/react-router'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../text.tsx'
import type { Row } from '../doors.ts'
import { useTitleOf } from '../use-title-of.ts'
import { dayOfValue, weeksOf } from './month-days.ts'

interface MonthTableProps {
  readonly kind: KindView
  readonly rows: readonly Row[]
  readonly field: FieldView
  readonly month: string
  readonly today: string
}

const weekdays: readonly Label[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]

/** A sheet of weeks; on a phone only the days that have something, one beneath the other. */
export function MonthTable({ kind, rows, field, month, today }: MonthTableProps) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  const byDay = Map.groupBy(rows, (row) => dayOfValue(row[field.name]) ?? '')
  const entries = (day: string) => (
    <ul>
      {(byDay.get(day) ?? []).map((row) => (
        <li key={row.id}>
          <Link
            to="."
            search={(all: Record<string, unknown>) => ({ ...all, record: row.id, edit: undefined, tab: undefined })}
            resetScroll={false}
          >
            {titleOf(row)}
          </Link>
        </li>
      ))}
    </ul>
  )
  const look = (day: string) =>
    [
      day.startsWith(month) ? '' : 'month-beside',
      day === today ? 'month-today' : '',
      byDay.has(day) ? 'month-full' : '',
    ]
      .filter((one) => one !== '')
      .join(' ')
  return (
    <table className="month-table">
      <caption className="visually-hidden">{say({ zh: `${month} 日历`, en: `Calendar of ${month}` })}</caption>
      <thead>
        <tr>
          {weekdays.map((label) => (
            <th key={label.en} scope="col">
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={look(day)} aria-current={day === today ? 'date' : undefined}>
                <time dateTime={day}>{Number(day.slice(8))}</time>
                {byDay.has(day) && entries(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
