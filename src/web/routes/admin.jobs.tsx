import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { JobsPage } from '../admin/jobs-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '后台任务', en: 'Jobs' }} needs={['jobs.manage']}>
      <JobsPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/jobs')({ validateSearch: textsOnly, component: Page })
