import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { GuaranteesPage } from '../parts/guarantees-page.tsx'

function Page() {
  return (
    <SignedIn needs={['guarantees.read']}>
      <GuaranteesPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/guarantees')({ validateSearch: textsOnly, component: Page })
