import { createFileRoute } from '@tanstack/react-router'
import { AdminPage } from '../admin/admin-page.tsx'
import { CataloguePage } from '../admin/catalogue-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <AdminPage title={{ zh: '事项目录版本', en: 'Catalogue versions' }} needs={['access.manage']}>
      <CataloguePage />
    </AdminPage>
  )
}

export const Route = createFileRoute('/admin/catalogue')({ validateSearch: textsOnly, component: Page })
