import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { TwinsPage } from '../parts/twins-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <TwinsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/twins')({ validateSearch: textsOnly, component: Page })
