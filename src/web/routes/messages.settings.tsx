import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { SettingsPage } from '../messages/settings-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <SignedIn>
      <SettingsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/messages/settings')({ validateSearch: textsOnly, component: Page })
