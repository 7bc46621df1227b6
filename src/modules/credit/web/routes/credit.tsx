import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { CreditPage } from '../parts/credit-page.tsx'

function Page() {
  return (
    <SignedIn needs={['credit.read']}>
      <CreditPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/credit')({ validateSearch: textsOnly, component: Page })
