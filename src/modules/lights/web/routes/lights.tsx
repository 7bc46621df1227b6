import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LightsPage } from '../parts/lights-page.tsx'

function Page() {
  return (
    <SignedIn needs={['lights.read']}>
      <LightsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/lights')({ validateSearch: textsOnly, component: Page })
