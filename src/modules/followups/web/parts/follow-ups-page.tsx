import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { FollowUpList } from './follow-up-list.tsx'
import { OrderBox } from './order-box.tsx'
import { useFollowUps } from './use-follow-ups.ts'

const title = { zh: '督办', en: 'Follow-ups' }

/** Orders with their answers: those that wait for me, those that I gave, all that I may see. */
export function FollowUpsPage() {
  const say = useText()
  useTitle(title)
  const { may } = useMember()
  const { search, go, replace } = useAddress()
  const views = ['waiting', ...(may('followups.issue') ? ['issued'] : []), 'all'] as const
  const view = views.find((one) => one === search.view) ?? 'waiting'
  const found = useFollowUps({ view: view === 'issued' ? 'issued' : view === 'all' ? 'all' : 'waiting' })
  const { waiting, late } = found.data ?? { waiting: undefined, late: 0 }
  const count = waiting === undefined ? '' : ` ${waiting}`
  const labels: Readonly<Record<string, string>> = {
    waiting:
      say({ zh: '等我办', en: 'Waiting for me' }) +
      count +
      (late > 0 ? say({ zh: `，超期 ${late}`, en: `, ${late} late` }) : ''),
    issued: say({ zh: '我交办的', en: 'My orders' }),
    all: say({ zh: '全部', en: 'All' }),
  }
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <OrderBox subject={null} />
      <Tabs
        label={say(title)}
        tabs={views.map((key) => ({ key, label: labels[key] ?? key }))}
        chosen={view}
        onChoose={(key) => replace({ view: key === 'waiting' ? undefined : key, id: undefined })}
      >
        <FollowUpList
          found={found}
          open={search.id}
          onOpen={(id) => (id === undefined ? replace({ id }) : go({ id }))}
          empty={{
            zh: '这里还没有督办。领导批一句话后，交办的事、期限和回复会列在这里。',
            en: 'Nothing here yet. Orders with their day and their answer will stand here.',
          }}
        />
      </Tabs>
    </div>
  )
}
