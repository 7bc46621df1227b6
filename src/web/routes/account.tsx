import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { textsOnly } from '../search.ts'
import { OwnAccountPage } from '../session/own-account-page.tsx'

function Page() {
  return (
    <SignedIn>
      <OwnAccountPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/account')({ validateSearch: textsOnly, component: Page })
