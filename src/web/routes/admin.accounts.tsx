import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '../admin/accounts-page.tsx'
import { AdminPage } from '../admin/admin-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '人员与账号', en: 'People and accounts' }} needs={['access.read']}>
      <AccountsPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/accounts')({ validateSearch: textsOnly, component: Page })
