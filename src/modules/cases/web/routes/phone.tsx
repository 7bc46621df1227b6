import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { PhonePage } from '../phone/phone-page.tsx'

function Page() {
  return (
    <SignedIn needs={['cases.assist']}>
      <PhonePage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/phone')({ validateSearch: textsOnly, component: Page })
