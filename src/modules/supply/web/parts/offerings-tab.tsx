import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { AnnounceForm } from './announce-form.tsx'
import { OfferingCard } from './offering-card.tsx'
import { useOfferings } from './use-supply.ts'

/** Notices and deals, the latest first. */
export function OfferingsTab() {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useOfferings()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {may('supply.offer') &&
        (open ? (
          <AnnounceForm rules={data.rules} onDone={() => setOpen(false)} />
        ) : (
          <p>
            <Button type="primary" onClick={() => setOpen(true)}>
              {say({ zh: '发布出让公告', en: 'Publish a notice' })}
            </Button>
          </p>
        ))}
      {data.offerings.length === 0 && (
        <p className="card" role="status">
          {say({
            zh: '还没有出让公告。净地可以公告；公告、挂牌、成交、签合同都在这里一步步办。',
            en: 'No notice yet. Ready land can be announced; notice, listing, deal and contracts are taken here step by step.',
          })}
        </p>
      )}
      {data.offerings.map((offering) => (
        <OfferingCard key={offering.id} offering={offering} rules={data.rules} />
      ))}
    </>
  )
}
