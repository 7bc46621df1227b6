import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../search.ts'
import { SignInPage } from '../session/sign-in-page.tsx'

function Page() {
  const { back, zone, provider, invitation } = Route.useSearch()
  const invited = zone && provider && invitation ? { zone, provider, invitation } : undefined
  return <SignInPage back={back} invited={invited} />
}

export const Route = createFileRoute('/sign-in')({ validateSearch: textsOnly, component: Page })
