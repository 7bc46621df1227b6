import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { MapPage } from '../parts/map-page.tsx'

function Page() {
  return (
    <SignedIn needs={['map.read']}>
      <MapPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/map')({ validateSearch: textsOnly, component: Page })
