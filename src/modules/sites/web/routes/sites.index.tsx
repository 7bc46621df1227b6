import { createFileRoute } from '@tanstack/react-router'
import { useSession } from '../../../../web/kit/session/session.ts'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { FindPage } from '../parts/find-page.tsx'
import { PublishedPage } from '../parts/published-page.tsx'

/** Who works in a zone looks for a site; a visitor sees what zones have published. */
function Page() {
  const { session } = useSession()
  if (session === null) return <PublishedPage />
  return (
    <SignedIn needs={['sites.read']}>
      <FindPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/sites/')({ validateSearch: textsOnly, component: Page })
