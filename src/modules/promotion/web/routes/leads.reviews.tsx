import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ReviewsPage } from '../parts/reviews-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <ReviewsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/reviews')({ validateSearch: textsOnly, component: Page })
