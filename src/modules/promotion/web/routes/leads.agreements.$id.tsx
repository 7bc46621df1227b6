import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { AgreementPage } from '../parts/agreement-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['promotion.read']}>
      <AgreementPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/leads/agreements/$id')({ validateSearch: textsOnly, component: Page })
