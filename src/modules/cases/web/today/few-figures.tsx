import { useQuery } from '@tanstack/react-query'
import { listFigures } from '../../../../platform/figures/contract.ts'
import { queryOf } from '../../../../web/client.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { FigureDrawer } from './figure-drawer.tsx'
import { figureText } from './figure-text.ts'

/** What a leader asks for first; at most five, in this order, as far as the zone's modules count them. */
const wanted: readonly string[] = [
  'projects.count',
  'projects.signed.count',
  'projects.investment',
  'enterprises.operating',
  'projects.industrialShare',
]

/** A few numbers; each opens to the rows that it counts. */
export function FewFigures() {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const { search, go, replace } = useAddress()
  const { data } = useQuery({ ...queryOf(listFigures, { zone: zone.code }), enabled: may('figures.read') })
  const shown = wanted.flatMap((key) => data?.figures.find((figure) => figure.key === key) ?? [])
  if (shown.length === 0) return null
  return (
    <>
      <ul className="few-figures">
        {shown.map((figure) => (
          <li key={figure.key}>
            <button
              type="button"
              title={say(figure.definition)}
              onClick={() => go({ figure: figure.key, case: undefined })}
            >
              <span>{say(figure.label)}</span>
              <strong className="number">{figureText(figure, language)}</strong>
              <span className="soft small">
                {say({ zh: `看所计的 ${figure.rows} 条`, en: `See the ${figure.rows} rows` })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {search.figure !== undefined && (
        <FigureDrawer figure={search.figure} onClose={() => replace({ figure: undefined })} />
      )}
    </>
  )
}
