import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { SpacePage } from '../parts/space-page.tsx'

function Page() {
  return (
    <SignedIn needs={['leases.oversee']}>
      <SpacePage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/space/')({ validateSearch: textsOnly, component: Page })
