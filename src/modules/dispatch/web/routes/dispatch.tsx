import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { DispatchPage } from '../parts/dispatch-page.tsx'

function Page() {
  return (
    <SignedIn needs={['dispatch.read']}>
      <DispatchPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/dispatch')({ validateSearch: textsOnly, component: Page })
