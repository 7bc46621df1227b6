import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { InboxPage } from '../inbox/inbox-page.tsx'

function Page() {
  return (
    <SignedIn needs={['cases.read']}>
      <InboxPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/inbox')({ validateSearch: textsOnly, component: Page })
