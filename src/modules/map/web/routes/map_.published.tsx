import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { PublishedPage } from '../parts/published-page.tsx'

function Page() {
  return (
    <SignedIn needs={['map.read']}>
      <PublishedPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/map_/published')({ validateSearch: textsOnly, component: Page })
