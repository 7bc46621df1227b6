import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ParcelPage } from '../parts/parcel-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['parcels.read']}>
      <ParcelPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/parcels/$id')({ validateSearch: textsOnly, component: Page })
