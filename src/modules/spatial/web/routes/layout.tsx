import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { LayoutPage } from '../parts/layout-page.tsx'

function Page() {
  return (
    <SignedIn needs={['spatial.read']}>
      <LayoutPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/layout')({ validateSearch: textsOnly, component: Page })
