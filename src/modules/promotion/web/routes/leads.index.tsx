import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LeadsPage } from '../parts/leads-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <LeadsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/')({ validateSearch: textsOnly, component: Page })
