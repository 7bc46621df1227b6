import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { UpkeepPage } from '../parts/upkeep-page.tsx'

function Page() {
  return (
    <SignedIn needs={['upkeep.follow']}>
      <UpkeepPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/upkeep')({ validateSearch: textsOnly, component: Page })
