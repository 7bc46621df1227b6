import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { FunnelPage } from '../parts/funnel-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <FunnelPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/funnel')({ validateSearch: textsOnly, component: Page })
