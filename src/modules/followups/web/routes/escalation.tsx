import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { EscalationPage } from '../parts/escalation-page.tsx'

function Page() {
  return (
    <SignedIn needs={['followups.readRules']}>
      <EscalationPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/escalation')({ validateSearch: textsOnly, component: Page })
