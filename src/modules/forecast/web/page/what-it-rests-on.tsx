import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import type { ZoneForecast } from '../../contract.ts'

type Answer = NonNullable<ZoneForecast['answer']>

const caption = { zh: '各事项所依的办件', en: 'Cases that each matter rests on' }

/** Which matters rest on how many decided cases, and what was assumed. */
export function WhatItRestsOn({ rests, provisional }: Pick<Answer, 'rests' | 'provisional'>) {
  const say = useText()
  const measured = rests.matters.filter(({ cases }) => cases > 0).length
  const { owed } = rests
  const rate = Math.round(100 * owed.rate)
  return (
    <section>
      <h2>{say({ zh: '这些结果依据什么', en: 'What this rests on' })}</h2>
      <ul>
        <li>
          {say({
            zh: `待办的 ${rests.matters.length} 种事项中，${measured} 种按本区办结的件抽取，其余办结不足 ${rests.minimumCases} 件，按目录时限加快慢幅度。`,
            en: `Of ${rests.matters.length} kinds of matter still to be done ${measured} are drawn from this zone's decided cases; the others have fewer than ${rests.minimumCases}, and take the catalogue's limits with a spread.`,
          })}
        </li>
        <li>
          {say(
            owed.from === 'measured'
              ? {
                  zh: `容缺材料逾期率 ${rate} %，来自本区 ${owed.papers} 份到期的容缺材料。`,
                  en: `${rate} % of owed papers lapse: so did they of ${owed.papers} here whose time is over.`,
                }
              : {
                  zh: `容缺材料逾期率假定 ${rate} %：本区到期的只有 ${owed.papers} 份。`,
                  en: `${rate} % of owed papers are assumed to lapse: only ${owed.papers} here have come to their end.`,
                },
          )}
        </li>
        <li>
          {say({
            zh: '经办人同时办的件数按“经办能力”登记，没有登记的按假定；已登记的请假按今后 60 个工作日折算扣除；快慢幅度、准备时间均为假定。推演不是承诺。',
            en: 'How many cases an officer works on is as entered under "Capacity of desks", else assumed; absences entered for the next 60 working days make desks smaller; the spread and the preparation are assumed. A forecast is no promise.',
          })}
        </li>
        {rests.unplanned > 0 && (
          <li>
            {say({
              zh: `另有 ${rests.unplanned} 个推进中的项目没有方案依据或算不出方案，不在其中，也不占用部门。`,
              en: `${rests.unplanned} more projects go on without a plan: they are not in it and take no desk's time.`,
            })}
          </li>
        )}
        {provisional && (
          <li>
            {say({
              zh: '有的日期落在放假通知尚未发布的年份，为暂定。',
              en: 'Some dates fall in years whose holiday notice is not out: they are provisional.',
            })}
          </li>
        )}
      </ul>
      <details>
        <summary>{say(caption)}</summary>
        <PlainTable
          caption={caption}
          rows={rests.matters}
          keyOf={({ matter }) => matter}
          columns={[
            { label: { zh: '事项', en: 'Matter' }, cell: ({ matter }) => nameOf(rests, matter, say) },
            { label: { zh: '待办', en: 'Still to do' }, cell: ({ open }) => open },
            { label: { zh: '办结', en: 'Decided' }, cell: ({ known }) => known },
            {
              label: { zh: '所依', en: 'Rests on' },
              cell: ({ cases }) =>
                say(cases > 0 ? { zh: `${cases} 件`, en: `${cases} cases` } : { zh: '目录时限', en: 'the limits' }),
            },
          ]}
        />
      </details>
    </section>
  )
}

function nameOf({ names }: Answer['rests'], code: string, say: ReturnType<typeof useText>): string {
  const name = names[code]
  return name === undefined ? code : say(name)
}
