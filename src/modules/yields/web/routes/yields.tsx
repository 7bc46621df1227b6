import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { YieldsPage } from '../parts/yields-page.tsx'

function Page() {
  return (
    <SignedIn needs={['yields.read']}>
      <YieldsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/yields')({ validateSearch: textsOnly, component: Page })
