import { formatNumber } from '../../../../web/kit/format.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { type MeasureName, measures, standings } from '../../contract/measures.ts'
import type { YieldResult } from '../../contract.ts'

const others: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  scale: { zh: '是否规模以上', en: 'above or below designated size' },
  land: { zh: '用地面积', en: 'land area' },
  rentingYears: { zh: '以前年度租用厂房建筑面积', en: 'floor rented in the years before' },
}

/** Where the points of a result come from, or why there are none. */
export function ResultParts({ result }: { readonly result: YieldResult }) {
  const say = useText()
  const { language } = usePreferences()
  const number = (value: number, decimals = 2) => formatNumber(value, language, decimals)
  const { parts, missing, into, standing, mu, edition, reason } = result
  const nameOf = (name: string) => say(measures[name as MeasureName]?.label ?? others[name] ?? { zh: name, en: name })
  return (
    <div>
      {standing !== 'graded' && <p>{say(standings[standing])}</p>}
      {missing.length > 0 && (
        <p>
          {say({ zh: '缺：', en: 'Missing: ' })}
          {missing.map(nameOf).join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      {into !== null && <p>{say({ zh: `与 ${into.name} 合并评价`, en: `Counted together with ${into.name}` })}</p>}
      {parts.length > 0 && (
        <details>
          <summary>
            {say({ zh: '得分构成', en: 'Points' })}
            {mu !== null && (
              <span className="soft">{say({ zh: `，用地 ${number(mu)} 亩`, en: `, ${number(mu)} mu` })}</span>
            )}
          </summary>
          <ul className="yield-parts">
            {parts.map(({ measure, value, points, averaged }) => (
              <li key={measure}>
                {say(measures[measure].label)} <span className="number">{value === null ? '—' : number(value, 4)}</span>{' '}
                <span className="soft small">{say(measures[measure].unit)}</span> →{' '}
                <strong className="number">{points === null ? '—' : number(points)}</strong>
                {averaged && <span className="mark">{say({ zh: '取组平均', en: 'group average' })}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {edition > 1 && (
        <p className="small">
          <span className="mark">{say({ zh: `第 ${edition} 版（更正）`, en: `Edition ${edition}, corrected` })}</span>{' '}
          {reason}
        </p>
      )}
    </div>
  )
}
