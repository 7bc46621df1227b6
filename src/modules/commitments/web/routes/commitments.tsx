import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { CommitmentsPage } from '../parts/commitments-page.tsx'

function Page() {
  return (
    <SignedIn needs={['commitments.readSamples']}>
      <CommitmentsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/commitments')({ validateSearch: textsOnly, component: Page })
