import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LeasePage } from '../parts/lease-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['leases.read']}>
      <LeasePage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leases/$id')({ validateSearch: textsOnly, component: Page })
