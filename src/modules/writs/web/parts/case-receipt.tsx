import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getReceipt } from '../../../../platform/journal/contract.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { getCaseReceipt, type CaseReceipt as Receipt } from '../../contract/receipt.ts'

/** What the journal holds of the case, with a digest of each event: kept by the applicant, it shows whether anything was changed. */
export function CaseReceipt({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const [open, setOpen] = useState(false)
  const { data, error } = useQuery({
    ...queryOf(getCaseReceipt, { zone: zone.code, case: id }),
    staleTime: 0,
    enabled: open,
  })
  return (
    <>
      <p>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say({ zh: '办件留痕凭据', en: 'Receipt from the journal' })}
        </button>
      </p>
      <Refusal error={error} />
      {open && data && <Events receipt={data} />}
    </>
  )
}

function Events({ receipt }: { readonly receipt: Receipt }) {
  const say = useText()
  return (
    <PlainTable
      caption={{ zh: '办件留痕凭据', en: 'Receipt from the journal' }}
      columns={[
        { label: { zh: '步骤', en: 'Step' }, cell: ({ label }) => say(label) },
        { label: { zh: '记录时间', en: 'Recorded' }, cell: ({ at }) => readableMoment(at) },
        { label: { zh: '事件编号', en: 'Event' }, cell: (event) => <code className="writ-digest">{event.id}</code> },
        {
          label: { zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' },
          cell: ({ digest }) => <code className="writ-digest">{digest}</code>,
        },
        { label: { zh: '封存凭证', en: 'Sealed receipt' }, cell: (event) => <SealedReceipt event={event.id} /> },
      ]}
      rows={receipt.events}
      keyOf={(event) => event.id}
    >
      <p className="small soft">
        {say({
          zh: '请下载保存。以后再取一次，摘要不同即说明记录被改动过。',
          en: 'Keep it. Should a digest differ when you take it again, the record was changed.',
        })}{' '}
        <a
          href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(receipt, null, 1))}`}
          download={`receipt-${receipt.case}.json`}
        >
          {say({ zh: '下载凭据', en: 'Download' })}
        </a>
      </p>
    </PlainTable>
  )
}

/** The proof that the journal's signed checkpoint covers the event: verifiable outside the program. */
function SealedReceipt({ event }: { readonly event: string }) {
  const say = useText()
  const { zone } = useMember()
  const taking = useMutation({
    mutationFn: async () => {
      const text = JSON.stringify(await call(getReceipt, { zone: zone.code, event }), null, 1)
      const link = document.createElement('a')
      link.href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`
      link.download = `sealed-${event}.json`
      link.click()
    },
  })
  return (
    <>
      <button type="button" className="link" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {say({ zh: '下载', en: 'Download' })}
        <span className="visually-hidden">：{event}</span>
      </button>
      <Refusal error={taking.error} />
    </>
  )
}
