import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getFigure } from '../../../../platform/figures/contract.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { figureText } from './figure-text.ts'

/** A figure opened: its definition, and the very rows that it counts. */
export function FigureDrawer({ figure: key, onClose }: { readonly figure: string; readonly onClose: () => void }) {
  const say = useText()
  const language = useLanguage()
  const phone = usePhone()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getFigure, { zone: zone.code, key }))
  const kind = useKindNamed(data?.figure.kind ?? null)
  return (
    <SideSheet
      title={data ? `${say(data.figure.label)} ${figureText(data.figure, language)}` : '…'}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      wide
      onClose={onClose}
    >
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {data === undefined && error === null && <Opening />}
      {data && (
        <>
          <p className="soft">{say(data.figure.definition)}</p>
          <ul className="plain-list">
            {data.rows.map(({ id, name, value }) => (
              <li key={id} className="figure-row">
                {kind === undefined ? (
                  name
                ) : (
                  <Link to="/records/$kind" params={{ kind: kind.path }} search={{ zone: zone.code, record: id }}>
                    {name}
                  </Link>
                )}
                <span className="number soft">
                  {figureText({ value, op: data.figure.op === 'share' ? 'count' : data.figure.op, unit }, language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </SideSheet>
  )
}

const unit = { zh: '', en: '' }
