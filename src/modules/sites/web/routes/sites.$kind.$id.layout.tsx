import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LayoutPage } from '../parts/layout-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['sites.read']}>
      <LayoutPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/sites/$kind/$id/layout')({ validateSearch: textsOnly, component: Page })
