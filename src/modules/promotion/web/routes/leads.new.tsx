import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { NewLeadPage } from '../parts/new-lead-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.write']}>
      <NewLeadPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/new')({ validateSearch: textsOnly, component: Page })
