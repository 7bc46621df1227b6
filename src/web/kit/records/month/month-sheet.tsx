import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import { filtersOfGroup } from '../../../../kernel/record-group.ts'
import { queryOf } from '../../../client.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { useMember } from '../../session/use-work.ts'
import { listInputOf } from '../address.ts'
import { doorsOf } from '../doors.ts'
import { dayOfValue, isMonth, monthBeside } from './month-days.ts'
import { MonthTable } from './month-table.tsx'
import './month.css'

interface MonthSheetProps {
  readonly kind: KindView
  readonly search: Search
  /** The day by which records stand in it. */
  readonly field: FieldView
  readonly fields: readonly FieldView[]
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}

/** As many as one page of a list holds. */
const most = 200

/** The records of a month on its days. */
export function MonthSheet({ kind, search, field, fields, onChange }: MonthSheetProps) {
  const say = useText()
  const { zone } = useMember()
  const today = dayOfValue(new Date().toISOString()) ?? ''
  const month = isMonth(search.month ?? '') ? (search.month ?? '') : today.slice(0, 7)
  const narrowed = filtersOfGroup(`${field.name}.month`, field.type, month)
  const { sort: _sort, ...conditions } = listInputOf(kind, search)
  const input = { ...conditions, ...narrowed, zone: zone.code, limit: most }
  const { data, error, refetch } = useQuery(queryOf(doorsOf(kind).list, input))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="month" aria-label={say({ zh: '日历', en: 'Calendar' })}>
      <div className="month-bar">
        <Button onClick={() => onChange({ month: monthBeside(month, -1) })}>
          {say({ zh: '上月', en: 'Previous' })}
        </Button>
        <h2>{month}</h2>
        <Button onClick={() => onChange({ month: monthBeside(month, 1) })}>{say({ zh: '下月', en: 'Next' })}</Button>
        <Button onClick={() => onChange({ month: undefined })}>{say({ zh: '本月', en: 'This month' })}</Button>
        {fields.length > 1 && (
          <select
            className="select"
            aria-label={say({ zh: '按哪个日期', en: 'By which day' })}
            value={field.name}
            onChange={(event) => onChange({ day: event.target.value })}
          >
            {fields.map((one) => (
              <option key={one.name} value={one.name}>
                {say(one.label)}
              </option>
            ))}
          </select>
        )}
        <p role="status" className="soft small">
          {say(
            data.next === null
              ? { zh: `本月 ${data.rows.length} 条`, en: `${data.rows.length} this month` }
              : {
                  zh: `本月超过 ${most} 条，只显示 ${most} 条，请加条件`,
                  en: `More than ${most}: narrow the list to see all`,
                },
          )}
        </p>
      </div>
      <MonthTable kind={kind} rows={data.rows} field={field} month={month} today={today} />
    </section>
  )
}
