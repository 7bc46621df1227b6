import { createFileRoute } from '@tanstack/react-router'
import { VerifyPage } from '../verify/verify-page.tsx'

function Page() {
  const { code } = Route.useParams()
  return <VerifyPage key={code} code={code} />
}

export const Route = createFileRoute('/verify/$code')({ component: Page })
