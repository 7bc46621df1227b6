import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { MetersPage } from '../parts/meters-page.tsx'

function Page() {
  return (
    <SignedIn needs={['meters.read']}>
      <MetersPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/meters')({ validateSearch: textsOnly, component: Page })
