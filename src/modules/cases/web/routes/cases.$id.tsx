import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { CasePage } from '../case/case-page.tsx'

function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['cases.read']}>
      <CasePage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/cases/$id')({ validateSearch: textsOnly, component: Page })
