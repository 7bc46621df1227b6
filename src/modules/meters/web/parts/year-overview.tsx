import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { mediumLabels, mediumUnits } from '../../contract/meter.ts'
import { listMeterYears, type MeterYear } from '../../contract.ts'

const shownYears = 4

/** Use of a year by meter, how much of it is known, and what is unusual. */
export function YearOverview() {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const { search, go } = useAddress()
  const asked = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : undefined
  const input = { zone: zone.code, ...(asked !== undefined && { year: asked }) }
  const { data, error, refetch } = useQuery({ ...queryOf(listMeterYears, input), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const now = new Date().getFullYear()
  const years = [...new Set([data.year, ...Array.from({ length: shownYears }, (_, i) => now - i)])].toSorted(
    (a, b) => b - a,
  )
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{say({ zh: '年度', en: 'Year' })}</label>
        <select id={id} value={data.year} onChange={(event) => go({ year: event.target.value })}>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      {data.meters.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '这一年没有在用的计量表。登记计量表并按月导入抄表，年度用量和异常会显示在这里。',
            en: 'No meter stood in this year. Enter meters and bring in their readings by month: use and what is unusual show here.',
          })}
        </p>
      ) : (
        <Years meters={data.meters} />
      )}
      <p className="soft small">
        {say({
          zh: `缺抄的月份不推算。月用量超过此前 ${data.rule.overMonths} 个月中位数的 ${data.rule.jumpFactor} 倍，或不到其 1/${data.rule.jumpFactor}，提示核实（${data.rule.source}）。`,
          en: `Months that were not read are not guessed. A month above ${data.rule.jumpFactor} times the median of the ${data.rule.overMonths} before, or below 1/${data.rule.jumpFactor} of it, is brought up (${data.rule.source}).`,
        })}
      </p>
    </>
  )
}

function Years({ meters }: { readonly meters: readonly MeterYear[] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  return (
    <PlainTable
      caption={{ zh: '年度用量', en: 'Use of the year' }}
      rows={meters}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '表号', en: 'Number' },
          cell: ({ id, number }) => (
            <Link to="/meters" search={{ zone: zone.code, part: 'meters', record: id }}>
              {number}
            </Link>
          ),
        },
        { label: { zh: '种类', en: 'Medium' }, cell: ({ medium }) => say(mediumLabels[medium]) },
        { label: { zh: '用于', en: 'Of' }, cell: ({ of }) => of ?? say({ zh: '未登记', en: 'not entered' }) },
        {
          label: { zh: '已知用量', en: 'Known use' },
          cell: ({ total, medium }) => (
            <span className="number">
              {total === null
                ? say({ zh: '未知', en: 'unknown' })
                : `${formatNumber(total, language)} ${say(mediumUnits[medium])}`}
            </span>
          ),
        },
        {
          label: { zh: '完整性', en: 'Complete' },
          cell: ({ known, expected }) =>
            say({
              zh: `${known < expected ? '◆ ' : '✓ '}${expected} 个月中有 ${known} 个月`,
              en: `${known < expected ? '◆ ' : '✓ '}${known} of ${expected} months`,
            }),
        },
        {
          label: { zh: '提示', en: 'To check' },
          cell: ({ findings }) =>
            findings.length === 0 ? '—' : findings.map((finding) => <div key={finding.month}>▲ {say(finding)}</div>),
        },
      ]}
    />
  )
}
