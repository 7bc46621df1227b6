import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { DeskPage } from '../desk/desk-page.tsx'

function Page() {
  return (
    <SignedIn needs={['catalogue.read']}>
      <DeskPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/catalogue-desk')({ validateSearch: textsOnly, component: Page })
