import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { MovesPage } from '../moves/moves-page.tsx'

function Page() {
  return (
    <SignedIn needs={['replans.foresee']}>
      <MovesPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/catalogue-moves')({ validateSearch: textsOnly, component: Page })
