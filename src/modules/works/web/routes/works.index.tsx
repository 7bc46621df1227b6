import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { WorksPage } from '../parts/works-page.tsx'

function Page() {
  return (
    <SignedIn needs={['works.read']}>
      <WorksPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/works/')({ validateSearch: textsOnly, component: Page })
