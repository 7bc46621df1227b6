import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { MessagesPage } from '../messages/messages-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  return (
    <SignedIn>
      <MessagesPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/messages/')({ validateSearch: textsOnly, component: Page })
