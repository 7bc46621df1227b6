import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { FlatsPage } from '../parts/flats-page.tsx'

function Page() {
  return (
    <SignedIn needs={['stays.follow']}>
      <FlatsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/apartments')({ validateSearch: textsOnly, component: Page })
