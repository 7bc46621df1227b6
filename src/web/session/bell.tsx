import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  countNotifications,
  listNotifications,
  markNotifications,
  type Notification,
} from '../../platform/outbox/contract.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Popover } from '../kit/popover.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useText } from '../text.tsx'

const askAgainMs = 60_000

/** Messages to the own account in the zone, with how many are unread. */
export function Bell({ zone }: { readonly zone: string }) {
  const say = useText()
  const { data } = useQuery({ ...queryOf(countNotifications, { zone }), refetchInterval: askAgainMs })
  const unread = data?.unread ?? 0
  const label = unread > 0 ? `${say({ zh: '消息', en: 'Messages' })} ${unread}` : say({ zh: '消息', en: 'Messages' })
  return (
    <Popover label={label} align="end" active={unread > 0}>
      {(close) => <Messages zone={zone} onClose={close} />}
    </Popover>
  )
}

function Messages({ zone, onClose }: { readonly zone: string; readonly onClose: () => void }) {
  const say = useText()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    ...queryOf(listNotifications, { zone, unread: false, limit: 20 }),
    staleTime: 0,
  })
  const mark = useMutation({
    mutationFn: (ids?: string[]) => call(markNotifications, { zone, ...(ids && { ids }) }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [countNotifications.name] }),
        client.invalidateQueries({ queryKey: [listNotifications.name] }),
      ]),
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const messages = data?.notifications ?? []
  return (
    <div className="messages">
      {data !== undefined && messages.length === 0 && (
        <p className="soft">
          {say({
            zh: '没有消息。有事等您时，会在这里告诉您。',
            en: 'No messages. When something waits for you, it is told here.',
          })}
        </p>
      )}
      {messages.map((message) => (
        <Message
          key={message.id}
          message={message}
          onOpen={() => {
            if (message.readAt === null) mark.mutate([message.id])
            onClose()
          }}
        />
      ))}
      <Link to="/messages" search={{ zone }} className="menu-row" onClick={onClose}>
        {say({ zh: '全部消息，为什么收到', en: 'All messages, and why they came' })}
      </Link>
      {messages.some(({ readAt }) => readAt === null) && (
        <Button onClick={() => mark.mutate(undefined)}>{say({ zh: '全部标为已读', en: 'Mark all as read' })}</Button>
      )}
    </div>
  )
}

function Message({ message, onOpen }: { readonly message: Notification; readonly onOpen: () => void }) {
  const say = useText()
  const router = useRouter()
  const { text, at, link, readAt } = message
  const content = (
    <>
      {readAt === null && <strong>{say({ zh: '未读 ', en: 'New ' })}</strong>}
      {say(text)}
      <span className="soft small"> {readableMoment(at)}</span>
    </>
  )
  return link === null ? (
    <p className="menu-row">{content}</p>
  ) : (
    <a
      className="menu-row"
      href={link}
      onClick={(event) => {
        onOpen()
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        router.history.push(link)
      }}
    >
      {content}
    </a>
  )
}
