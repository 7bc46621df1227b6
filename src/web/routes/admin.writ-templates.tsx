import { createFileRoute } from '@tanstack/react-router'
import { TemplatesPage } from '../../modules/writs/web/templates/templates-page.tsx'
import { AdminPage } from '../admin/admin-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '文书模板', en: 'Templates of writs' }} needs={['writs.administer']}>
      <TemplatesPage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/writ-templates')({ validateSearch: textsOnly, component: Page })
