import { createFileRoute } from '@tanstack/react-router'
import { PasswordPage } from '../kit/session/password-page.tsx'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <SignedIn>
      <PasswordPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/password')({ validateSearch: textsOnly, component: Page })
