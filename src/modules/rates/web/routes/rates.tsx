import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { RatesPage } from '../parts/rates-page.tsx'

function Page() {
  return (
    <SignedIn needs={['rates.read']}>
      <RatesPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/rates')({ validateSearch: textsOnly, component: Page })
