import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { SystemPage } from '../admin/system-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '系统状况', en: 'System' }} needs={['system.metrics']}>
      <SystemPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/system')({ validateSearch: textsOnly, component: Page })
