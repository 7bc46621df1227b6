import { Button } from 'antd'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { FeedAddress } from './feed-address.tsx'
import { useOpenFeed } from './use-feeds.ts'

/** Beneath the plan of a project: its days in the reader's own calendar program. */
export function ProjectFeed({ project }: { readonly project: string }) {
  const say = useText()
  const open = useOpenFeed()
  return (
    <section>
      {open.data ? (
        <FeedAddress path={open.data.path} />
      ) : (
        <Button loading={open.isPending} onClick={() => open.mutate(project)}>
          {say({ zh: '把这个项目的日期订阅到我的日历', en: 'Subscribe to the days of this project' })}
        </Button>
      )}
      <Refusal error={open.error} />
    </section>
  )
}
