import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LeadPage } from '../parts/lead-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['promotion.read']}>
      <LeadPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/$id')({ validateSearch: textsOnly, component: Page })
