import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ChecksPage } from '../parts/checks-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promises.read']}>
      <ChecksPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/land-checks')({ validateSearch: textsOnly, component: Page })
