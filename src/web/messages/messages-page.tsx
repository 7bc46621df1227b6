import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import {
  countNotifications,
  listNotifications,
  markNotifications,
  type Notification,
} from '../../platform/outbox/contract.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useAddress } from '../kit/records/use-address.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { WhyOf } from './why.tsx'
import './messages.css'

const title = { zh: '消息', en: 'Messages' }

/** All messages to the own account, each opening to its subject and to why it came. */
export function MessagesPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const unread = search.view !== 'all'
  const { data, error, refetch } = useQuery({
    ...queryOf(listNotifications, { zone: zone.code, unread, limit: 100 }),
    staleTime: 0,
  })
  const messages = data?.notifications ?? []
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p>
        <Link to="/messages/settings" search={{ zone: zone.code }}>
          {say({ zh: '消息设置', en: 'Message settings' })}
        </Link>
      </p>
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'unread', label: say({ zh: '未读', en: 'Unread' }) },
          { key: 'all', label: say({ zh: '全部', en: 'All' }) },
        ]}
        chosen={unread ? 'unread' : 'all'}
        onChoose={(key) => replace({ view: key === 'all' ? 'all' : undefined })}
      >
        {error !== null && <Failure error={error} onRetry={() => refetch()} />}
        {data === undefined && error === null && <Opening />}
        {data !== undefined && messages.length === 0 && (
          <p className="card" role="status">
            {say({
              zh: '没有未读消息。有事等您时会出现在这里，每条都能看到为什么发给您。',
              en: 'Nothing unread. What waits for you will stand here, and each message tells why it came.',
            })}
          </p>
        )}
        <ul className="plain-list message-list">
          {messages.map((message) => (
            <Line key={message.id} message={message} />
          ))}
        </ul>
      </Tabs>
    </div>
  )
}

function Line({ message }: { readonly message: Notification }) {
  const say = useText()
  const [why, setWhy] = useState(false)
  const mark = useMark()
  const { id, text, at, link, readAt } = message
  return (
    <li>
      <span>
        {readAt === null && <strong>{say({ zh: '未读 ', en: 'New ' })}</strong>}
        {link === null ? say(text) : <a href={link}>{say(text)}</a>}
      </span>
      <span className="message-acts">
        <span className="soft small">{readableMoment(at)}</span>
        <Button size="small" aria-expanded={why} onClick={() => setWhy(!why)}>
          {say({ zh: '为什么收到', en: 'Why did I get this' })}
        </Button>
        {readAt === null && (
          <Button size="small" loading={mark.isPending} onClick={() => mark.mutate([id])}>
            {say({ zh: '标为已读', en: 'Mark as read' })}
          </Button>
        )}
      </span>
      {why && <WhyOf id={id} />}
    </li>
  )
}

function useMark() {
  const { zone } = useMember()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) => call(markNotifications, { zone: zone.code, ids }),
    onSuccess: () =>
      Promise.all(
        [countNotifications, listNotifications].map(({ name }) => client.invalidateQueries({ queryKey: [name] })),
      ),
  })
}
