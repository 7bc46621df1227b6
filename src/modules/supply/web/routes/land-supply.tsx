import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { SupplyPage } from '../parts/supply-page.tsx'

function Page() {
  return (
    <SignedIn needs={['supply.read']}>
      <SupplyPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/land-supply')({ validateSearch: textsOnly, component: Page })
