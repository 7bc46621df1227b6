import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ForecastPage } from '../page/forecast-page.tsx'

function Page() {
  return (
    <SignedIn needs={['forecast.read']}>
      <ForecastPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/forecast')({ validateSearch: textsOnly, component: Page })
