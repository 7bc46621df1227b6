import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../search.ts'
import { SignInPage } from '../session/sign-in-page.tsx'

function Page() {
  const { back } = Route.useSearch()
  return <SignInPage back={back} />
}

export const Route = createFileRoute('/sign-in')({ validateSearch: textsOnly, component: Page })
