import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { WhatIf } from '../../contract/result.ts'
import type { ZoneForecast } from '../../contract.ts'
import { daysText } from '../parts/words.ts'

type Desks = NonNullable<ZoneForecast['answer']>['desks']
type Desk = Desks[number]

const tableTitle = { zh: '各部门用去的日子', en: 'What each desk costs' }

/** The desk that costs most days, with its two what-ifs, and all desks beneath. */
export function DeskCosts({ desks }: { readonly desks: Desks }) {
  const say = useText()
  const [first] = desks
  if (first === undefined) {
    return (
      <p className="card">
        {say({ zh: '没有部门在项目的关键路径上用去日子。', en: 'No desk costs any day on the paths of the projects.' })}
      </p>
    )
  }
  return (
    <>
      <Bottleneck desk={first} />
      <section>
        <h2>{say(tableTitle)}</h2>
        <DeskTable desks={desks} />
      </section>
    </>
  )
}

function Bottleneck({ desk }: { readonly desk: Desk }) {
  const say = useText()
  const language = useLanguage()
  const [waiting, handling] = [daysText(desk.waitingDays, language), daysText(desk.handlingDays, language)]
  return (
    <section className="card">
      <h2>{say({ zh: `用去日子最多的：${desk.name}`, en: `Costs most days: ${desk.name}` })}</h2>
      <p>
        {say({
          zh: `在各项目的关键路径上合计：排队 ${waiting} 个工作日，办理 ${handling} 个工作日（推演平均）。${carries(desk).zh}`,
          en: `On the paths of all projects together: ${waiting} working days of waiting, ${handling} of handling (mean of the runs). ${carries(desk).en}`,
        })}
      </p>
      <ul className="forecast-what-if">
        {desk.oneMore && (
          <li>
            <strong>{gainText(desk.oneMore, say, language)}</strong>
            {say({ zh: '如果增加一名经办人', en: 'with one officer more' })}
          </li>
        )}
        {desk.dayLess && (
          <li>
            <strong>{gainText(desk.dayLess, say, language)}</strong>
            {say({ zh: '如果每件少办一个工作日', en: 'with one working day less on each case' })}
          </li>
        )}
      </ul>
    </section>
  )
}

function carries({ from, cases, officers, each = 0, absent = 0 }: Desk) {
  if (from === 'unknown')
    return {
      zh: '机构里没有登记这里的人员，按不排队计算。',
      en: 'No people are named there, so nothing waits in the runs.',
    }
  const how =
    from === 'measured'
      ? { zh: '按实际同时在办的最多件数', en: 'as many as it has carried' }
      : from === 'set'
        ? { zh: `本区登记每人 ${each} 件`, en: `${each} for each, as the zone has entered` }
        : { zh: `没有登记，假定每人 ${each} 件`, en: `${each} for each is assumed, nothing is entered` }
  const away =
    absent === 0 ? { zh: '', en: '' } : { zh: `，已扣请假 ${absent} 人日`, en: `, less ${absent} days of absence` }
  return {
    zh: `${officers} 名人员，同时办 ${cases} 件（${how.zh}${away.zh}）。`,
    en: `${officers} people, ${cases} cases at once (${how.en}${away.en}).`,
  }
}

function gainText(
  { permitDays, productionDays }: WhatIf,
  say: ReturnType<typeof useText>,
  language: 'zh' | 'en',
): string {
  const told = (days: number, what: { zh: string; en: string }) => {
    const number = daysText(Math.abs(days), language)
    if (number === '0') return say({ zh: `${what.zh}不变`, en: `${what.en}: no change` })
    return days > 0
      ? say({ zh: `${what.zh}平均早 ${number} 天`, en: `${what.en} ${number} days earlier` })
      : say({ zh: `${what.zh}平均晚 ${number} 天`, en: `${what.en} ${number} days later` })
  }
  return [
    permitDays === null ? null : told(permitDays, { zh: '拿证', en: 'permits' }),
    productionDays === null ? null : told(productionDays, { zh: '投产', en: 'production' }),
  ]
    .filter((text) => text !== null)
    .join(say({ zh: '，', en: ', ' }))
}

function DeskTable({ desks }: { readonly desks: Desks }) {
  const say = useText()
  const language = useLanguage()
  const gain = (what: WhatIf | null) => (what === null ? '—' : gainText(what, say, language))
  return (
    <PlainTable
      caption={tableTitle}
      rows={desks}
      keyOf={({ departmentId }) => departmentId}
      columns={[
        { label: { zh: '部门', en: 'Desk' }, cell: ({ name }) => name },
        { label: { zh: '排队（工作日）', en: 'Waiting, days' }, cell: (desk) => daysText(desk.waitingDays, language) },
        {
          label: { zh: '办理（工作日）', en: 'Handling, days' },
          cell: (desk) => daysText(desk.handlingDays, language),
        },
        { label: { zh: '能同时办', en: 'Carries' }, cell: (desk) => say(carries(desk)) },
        { label: { zh: '多一名经办人', en: 'One officer more' }, cell: ({ oneMore }) => gain(oneMore) },
        { label: { zh: '每件少一天', en: 'A day less' }, cell: ({ dayLess }) => gain(dayLess) },
      ]}
    />
  )
}
