import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { KindsPage } from '../records/kinds-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <SignedIn>
      <KindsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/records/')({ validateSearch: textsOnly, component: Page })
