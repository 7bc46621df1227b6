import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { ChannelsPage } from '../admin/channels-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '消息渠道', en: 'Message channels' }} needs={['delivery.manage']}>
      <ChannelsPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/channels')({ validateSearch: textsOnly, component: Page })
