import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ChannelsPage } from '../parts/channels-page.tsx'

function Page() {
  return (
    <SignedIn needs={['promotion.read']}>
      <ChannelsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/channels')({ validateSearch: textsOnly, component: Page })
