import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { AssignmentsPage } from '../parts/assignments-page.tsx'

function Page() {
  return (
    <SignedIn needs={['intermediaries.answer']}>
      <AssignmentsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/assignments')({ validateSearch: textsOnly, component: Page })
