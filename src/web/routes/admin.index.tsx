import { createFileRoute } from '@tanstack/react-router'
import { FirstAdminPage } from '../admin/first-admin-page.tsx'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <SignedIn>
      <FirstAdminPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/admin/')({ validateSearch: textsOnly, component: Page })
