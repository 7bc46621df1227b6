import { Button } from 'antd'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Feed } from '../../contract.ts'
import { FeedAddress } from './feed-address.tsx'
import { useCloseFeed, useFeeds, useOpenFeed } from './use-feeds.ts'

const title = { zh: '我的日历', en: 'My calendar' }

/** Addresses for the reader's own calendar program: of the own work, and of projects. */
export function CalendarPage() {
  const say = useText()
  useTitle(title)
  const feeds = useFeeds()
  const open = useOpenFeed()
  const close = useCloseFeed()
  const columns: readonly Column<Feed>[] = [
    {
      label: { zh: '内容', en: 'Of' },
      cell: ({ project }) => project?.name ?? say({ zh: '我的工作', en: 'My own work' }),
    },
    { label: { zh: '开通', en: 'Opened' }, cell: ({ createdAt }) => readableMoment(createdAt) },
    {
      label: { zh: '办理', en: 'Act' },
      cell: ({ id }) => (
        <Button loading={close.isPending && close.variables === id} onClick={() => close.mutate(id)}>
          {say({ zh: '作废', en: 'Close' })}
        </Button>
      ),
    },
  ]
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p>
        {say({
          zh: '把我的办件到期日、容缺材料、项目计划和督办放进自己的日历（手机日历、Outlook、WPS 日历等都能订阅），日期变动会自动跟着变。',
          en: 'Due days of my cases, owed papers, plans of my projects and follow-ups in my own calendar program; when a day moves, it moves there.',
        })}
      </p>
      <Button type="primary" loading={open.isPending} onClick={() => open.mutate(null)}>
        {say({ zh: '生成我的订阅地址', en: 'Make my address' })}
      </Button>
      <Refusal error={open.error ?? close.error} />
      {open.data && <FeedAddress path={open.data.path} />}
      <h2>{say({ zh: '已开通的地址', en: 'Addresses in use' })}</h2>
      {feeds.error !== null && <Failure error={feeds.error} onRetry={() => feeds.refetch()} />}
      {feeds.data === undefined && feeds.error === null && <Opening />}
      {feeds.data?.feeds.length === 0 && (
        <p className="card" role="status">
          {say({
            zh: '还没有。生成后会列在这里，可随时作废。',
            en: 'None yet. Once made they stand here, and can be closed at any time.',
          })}
        </p>
      )}
      {feeds.data !== undefined && feeds.data.feeds.length > 0 && (
        <PlainTable
          caption={{ zh: '日历订阅地址', en: 'Calendar addresses' }}
          columns={columns}
          rows={feeds.data.feeds}
          keyOf={({ id }) => id}
        />
      )}
    </div>
  )
}
