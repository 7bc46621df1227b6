import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { textsOnly } from '../search.ts'
import { ImportPage } from '../sheets/import-page.tsx'

function Page() {
  const { kind } = Route.useParams()
  return (
    <SignedIn>
      <ImportPage path={kind} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/records/$kind_/import')({ validateSearch: textsOnly, component: Page })
