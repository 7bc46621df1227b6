import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ExchangePage } from '../parts/exchange-page.tsx'

function Page() {
  return (
    <SignedIn needs={['exchange.read']}>
      <ExchangePage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/exchange')({ validateSearch: textsOnly, component: Page })
