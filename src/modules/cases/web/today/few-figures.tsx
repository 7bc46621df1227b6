import { useQuery } from '@tanstack/react-query'
import { listFigures } from '../../../../platform/figures/contract.ts'
import { queryOf } from '../../../../web/client.ts'
import { formatNumber, formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'

/** What a leader asks for first; at most five, in this order, as far as the zone's modules count them. */
const wanted: readonly string[] = [
  'projects.count',
  'projects.signed.count',
  'projects.investment',
  'enterprises.operating',
  'projects.industrialShare',
]

/** A few numbers, each with its definition and how many rows it counts. */
export function FewFigures() {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const { data } = useQuery({ ...queryOf(listFigures, { zone: zone.code }), enabled: may('figures.read') })
  const shown = wanted.flatMap((key) => data?.figures.find((figure) => figure.key === key) ?? [])
  if (shown.length === 0) return null
  return (
    <dl className="few-figures">
      {shown.map(({ key, label, unit, value, rows, definition }) => (
        <div key={key} title={say(definition)}>
          <dt>{say(label)}</dt>
          <dd>
            <strong className="number">
              {value === null
                ? '—'
                : typeof value === 'string'
                  ? formatYuan(value, language)
                  : `${formatNumber(value, language)} ${say(unit)}`}
            </strong>
            <span className="soft small">{say({ zh: `计 ${rows} 条`, en: `of ${rows} rows` })}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
