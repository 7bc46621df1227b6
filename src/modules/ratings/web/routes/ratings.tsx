import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { RatingsPage } from '../parts/ratings-page.tsx'

function Page() {
  return (
    <SignedIn needs={['ratings.read']}>
      <RatingsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/ratings')({ validateSearch: textsOnly, component: Page })
