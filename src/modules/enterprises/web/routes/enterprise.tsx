import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { EnterprisePage } from '../parts/enterprise-page.tsx'

function Page() {
  return (
    <SignedIn needs={['enterprises.read']}>
      <EnterprisePage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/enterprise')({ validateSearch: textsOnly, component: Page })
