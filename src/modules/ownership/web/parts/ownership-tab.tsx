import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber, formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { getOwnership, type Holding, holderKinds } from '../../contract.ts'
import { RegisterForm } from './register-form.tsx'

/** Who holds the enterprise, who did, and what it holds of others. */
export function OwnershipTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const { language } = usePreferences()
  const [writing, setWriting] = useState(false)
  const { data, error, refetch } = useQuery(queryOf(getOwnership, { zone: zone.code, id: enterprise }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { holders, others, holds, unknownPercent } = data
  return (
    <>
      {holders.length === 0 ? (
        <p className="card empty-state">
          {say({
            zh: '还没有登记股东。登记股东名册后，持股比例和历次变动都在这里。',
            en: 'No shareholders recorded. Their shares and every change will stand here.',
          })}
        </p>
      ) : (
        <Holdings caption={{ zh: '现有股东', en: 'Shareholders' }} rows={holders} />
      )}
      {holders.length > 0 && unknownPercent > 0 && (
        <p className="soft">
          {say({
            zh: `还有 ${formatNumber(unknownPercent, language, 4)}% 没有登记。`,
            en: `${formatNumber(unknownPercent, language, 4)} % is not recorded.`,
          })}
        </p>
      )}
      {holds.length > 0 && (
        <section className="card">
          <h2>{say({ zh: '持有本区企业的股权', en: 'Holds shares of enterprises here' })}</h2>
          <ul className="plain-list">
            {holds.map(({ id, name, percent }) => (
              <li key={id}>
                <Link to="/enterprise" search={{ zone: zone.code, id, part: 'ownership' }}>
                  {name}
                </Link>{' '}
                <span className="number">{formatNumber(percent, language, 4)}%</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{say({ zh: '以前的股东', en: 'Former shareholders' })}</h2>
          <Holdings caption={{ zh: '以前的股东', en: 'Former shareholders' }} rows={others} />
        </section>
      )}
      {may('ownership.write') && !writing && (
        <Button onClick={() => setWriting(true)}>{say({ zh: '登记股东名册', en: 'Record the register' })}</Button>
      )}
      {writing && <RegisterForm enterprise={enterprise} holders={holders} onClose={() => setWriting(false)} />}
    </>
  )
}

function Holdings({ caption, rows }: { readonly caption: Label; readonly rows: readonly Holding[] }) {
  const say = useText()
  const { language } = usePreferences()
  return (
    <PlainTable<Holding>
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '股东', en: 'Shareholder' },
          cell: ({ name, sample }) => (
            <>
              {name} {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
            </>
          ),
        },
        { label: { zh: '类别', en: 'Kind' }, cell: ({ kind }) => say(holderKinds[kind]) },
        {
          label: { zh: '持股', en: 'Share' },
          cell: ({ percent }) => <span className="number">{formatNumber(percent, language, 4)}%</span>,
        },
        {
          label: { zh: '实缴', en: 'Paid in' },
          cell: ({ paidInYuan }) => (paidInYuan === null ? '—' : formatYuan(paidInYuan, language)),
        },
        { label: { zh: '起', en: 'From' }, cell: ({ heldFrom }) => <span className="number">{heldFrom}</span> },
        {
          label: { zh: '止', en: 'Until' },
          cell: ({ heldUntil }) => <span className="number">{heldUntil ?? '—'}</span>,
        },
        { label: { zh: '依据', en: 'Document' }, cell: ({ document }) => document },
      ]}
    />
  )
}
