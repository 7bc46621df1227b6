import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { FollowUpsPage } from '../parts/follow-ups-page.tsx'

function Page() {
  return (
    <SignedIn needs={['followups.read']}>
      <FollowUpsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/follow-ups')({ validateSearch: textsOnly, component: Page })
