import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ChainsPage } from '../parts/chains-page.tsx'

function Page() {
  return (
    <SignedIn needs={['chains.read']}>
      <ChainsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/chains')({ validateSearch: textsOnly, component: Page })
