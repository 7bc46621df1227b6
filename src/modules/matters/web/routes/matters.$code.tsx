import { createFileRoute } from '@tanstack/react-router'
import { MatterPage } from '../parts/matter-page.tsx'

function Page() {
  return <MatterPage code={Route.useParams().code} />
}

export const Route = createFileRoute('/matters/$code')({ component: Page })
