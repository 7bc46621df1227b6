import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { TradePage } from '../parts/trade-page.tsx'

function Page() {
  return (
    <SignedIn needs={['chains.readPostings']}>
      <TradePage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/trade')({ validateSearch: textsOnly, component: Page })
