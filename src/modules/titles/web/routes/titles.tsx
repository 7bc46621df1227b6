import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { TitlesPage } from '../parts/titles-page.tsx'

function Page() {
  return (
    <SignedIn needs={['titles.read']}>
      <TitlesPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/titles')({ validateSearch: textsOnly, component: Page })
