import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { BackdatedPage } from '../backdated/backdated-page.tsx'

function Page() {
  return (
    <SignedIn needs={['cases.oversee']}>
      <BackdatedPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/backdated')({ validateSearch: textsOnly, component: Page })
