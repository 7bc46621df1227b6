import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { KindPage } from '../records/kind-page.tsx'
import { textsOnly } from '../search.ts'

function Page() {
  const { kind } = Route.useParams()
  return (
    <SignedIn>
      <KindPage key={kind} path={kind} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/records/$kind')({ validateSearch: textsOnly, component: Page })
