import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LedgerPage } from '../parts/ledger-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <LedgerPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/ledger')({ validateSearch: textsOnly, component: Page })
