import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { EventsPage } from '../admin/events-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '登录与授权日志', en: 'Sign-ins and roles' }} needs={['access.audit']}>
      <EventsPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/events')({ validateSearch: textsOnly, component: Page })
