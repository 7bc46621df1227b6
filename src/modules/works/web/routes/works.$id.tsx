import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { WorkPage } from '../parts/work-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['works.read']}>
      <WorkPage id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/works/$id')({ validateSearch: textsOnly, component: Page })
