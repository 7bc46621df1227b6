import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { ProvidersPage } from '../admin/providers-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '统一登录', en: 'Single sign-on' }} needs={['access.read']}>
      <ProvidersPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/providers')({ validateSearch: textsOnly, component: Page })
