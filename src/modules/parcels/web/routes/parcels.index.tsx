import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ParcelsPage } from '../parts/parcels-page.tsx'

function Page() {
  return (
    <SignedIn needs={['parcels.read']}>
      <ParcelsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/parcels/')({ validateSearch: textsOnly, component: Page })
