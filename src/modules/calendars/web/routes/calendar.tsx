import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { CalendarPage } from '../parts/calendar-page.tsx'

function Page() {
  return (
    <SignedIn>
      <CalendarPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/calendar')({ validateSearch: textsOnly, component: Page })
