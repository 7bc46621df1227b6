import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { BondsPage } from '../parts/bonds-page.tsx'

function Page() {
  return (
    <SignedIn needs={['bonds.read']}>
      <BondsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/bonds')({ validateSearch: textsOnly, component: Page })
