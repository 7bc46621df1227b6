import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import { measures, yieldGroupNames, yieldGroups } from '../../contract/measures.ts'
import type { YieldSheet } from '../../contract/sheet.ts'

/** A formula sheet in words: what earns how many points, by which source. */
export function SheetView({ sheet }: { readonly sheet: YieldSheet }) {
  const say = useText()
  const percent = (share: number) => `${Math.round(share * 100)}%`
  const { A, B, C } = sheet.quotas
  const renting = rentingWords(sheet)
  return (
    <details>
      <summary>
        {say({ zh: '怎样算分、怎样分档', en: 'How points and grades come about' })}：{say(sheet.name)}{' '}
        <span className={`mark mark-${sheet.confidence}`}>{sheet.confidence}</span>
      </summary>
      {yieldGroupNames.map((group) => (
        <p key={group}>
          <strong>{say(yieldGroups[group])}</strong>
          {'：'}
          {sheet.groups[group]
            .map(({ measure, base, weight }) => `${say(measures[measure].label)} ÷ ${base} × ${weight}`)
            .join(' + ')}
        </p>
      ))}
      <p>
        {say({
          zh: `每组内由高到低：A 前 ${percent(A)}，B 到 ${percent(B)}，C 到 ${percent(C)}，其余 D。同分同档。负值计 0${sheet.cap === null ? '' : `，单项最多为权重的 ${sheet.cap} 倍`}；没有排放数据的，取本组平均分；规模以下满 ${sheet.smallFromMu} 亩${renting.zh}参评。用地面积＝登记＋租入－租出，租入租出没有填报的按 0 计；集团内企业可合并，混合经营的按登记的占比只计参评业务。`,
          en: `Within each group, the best first: A ${percent(A)}, B to ${percent(B)}, C to ${percent(C)}, the rest D. Equal scores share the grade. Negative values are 0${sheet.cap === null ? '' : `, a line ends at ${sheet.cap} times its weight`}; without emission data the average of the group; small firms from ${sheet.smallFromMu} mu${renting.en}. Land: titled + leased in − leased out; leases that nobody entered are 0; firms of a group may be merged, of mixed business the entered share counts.`,
        })}
      </p>
      <p className="small soft">{sheet.source}</p>
    </details>
  )
}

function rentingWords({ smallRenting }: YieldSheet): Label {
  if (smallRenting === undefined) return { zh: '', en: '' }
  const { fromSqm, years } = smallRenting
  return {
    zh: `、或连续 ${years} 年租用厂房 ${fromSqm} 平方米以上`,
    en: `, or with ${fromSqm} m² of floor rented for ${years} years running`,
  }
}
