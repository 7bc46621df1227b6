import { Button } from 'antd'
import { useState } from 'react'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Flats, Queued } from '../../contract.ts'
import { AllotForm } from './allot-form.tsx'

/** The queue with each place and its reason; the operator allots from here. */
export function QueueTable({ flats }: { readonly flats: Flats }) {
  const say = useText()
  const { may } = useMember()
  const [chosen, setChosen] = useState<Queued | null>(null)
  if (flats.queue.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '没有人在轮候。用人单位登记申请后，按层次、申请日期和同住人数排在这里。',
          en: 'Nobody waits. Applications of employers stand here by level, day and household.',
        })}
      </p>
    )
  }
  return (
    <>
      {chosen && <AllotForm key={chosen.id} queued={chosen} free={flats.free} onDone={() => setChosen(null)} />}
      <PlainTable
        caption={{ zh: '轮候', en: 'Queue' }}
        rows={flats.queue}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '位次', en: 'Place' }, cell: ({ position }) => <span className="number">{position}</span> },
          { label: { zh: '申请', en: 'Application' }, cell: ({ title }) => title },
          { label: { zh: '用人单位', en: 'Employer' }, cell: ({ employer }) => employer },
          { label: { zh: '为什么排在这里', en: 'Why here' }, cell: ({ reason }) => say(reason) },
          { label: { zh: '障碍', en: 'In the way' }, cell: ({ hindrance }) => (hindrance ? say(hindrance) : '—') },
          {
            label: { zh: '办理', en: 'Act' },
            cell: (queued: Queued) =>
              may('stays.allot') ? (
                <Button size="small" disabled={queued.hindrance !== null} onClick={() => setChosen(queued)}>
                  {say({ zh: '分配', en: 'Allot' })}
                </Button>
              ) : (
                say({ zh: '运营公司分配', en: 'by the operator' })
              ),
          },
        ]}
      />
    </>
  )
}
