import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { textsOnly } from '../search.ts'
import { ExportsPage } from '../sheets/exports-page.tsx'

function Page() {
  const { kind } = Route.useParams()
  return (
    <SignedIn>
      <ExportsPage path={kind} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/records/$kind_/exports')({ validateSearch: textsOnly, component: Page })
