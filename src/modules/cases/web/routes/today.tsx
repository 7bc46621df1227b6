import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { TodayPage } from '../today/today-page.tsx'

function Page() {
  return (
    <SignedIn needs={['cases.oversee']}>
      <TodayPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/today')({ validateSearch: textsOnly, component: Page })
