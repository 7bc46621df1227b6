import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ImportPage } from '../parts/import/import-page.tsx'

function Page() {
  return (
    <SignedIn needs={['parcels.draw']}>
      <ImportPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/parcels/import')({ validateSearch: textsOnly, component: Page })
