import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { JournalPage } from '../admin/journal-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '日志', en: 'Journal' }} needs={['journal.read']}>
      <JournalPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/journal')({ validateSearch: textsOnly, component: Page })
