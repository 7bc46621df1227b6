import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ContractPage } from '../parts/contract-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['supply.read']}>
      <ContractPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/land-contracts/$id')({ validateSearch: textsOnly, component: Page })
