import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { StallsPage } from '../parts/stalls-page.tsx'

function Page() {
  return (
    <SignedIn needs={['stalls.read']}>
      <StallsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/stalls')({ validateSearch: textsOnly, component: Page })
