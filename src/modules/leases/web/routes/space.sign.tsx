import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { SignPage } from '../parts/sign-page.tsx'

function Page() {
  return (
    <SignedIn needs={['leases.sign']}>
      <SignPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/space/sign')({ validateSearch: textsOnly, component: Page })
