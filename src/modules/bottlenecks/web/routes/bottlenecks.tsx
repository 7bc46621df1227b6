import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { BottlenecksPage } from '../parts/bottlenecks-page.tsx'

function Page() {
  return (
    <SignedIn needs={['bottlenecks.read']}>
      <BottlenecksPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/bottlenecks')({ validateSearch: textsOnly, component: Page })
