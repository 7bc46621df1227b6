import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { BackupsPage } from '../admin/backups-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '备份', en: 'Backups' }} needs={['backups.manage']}>
      <BackupsPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/backups')({ validateSearch: textsOnly, component: Page })
