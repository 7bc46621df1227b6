import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ProjectsPage } from '../parts/projects-page.tsx'

function Page() {
  return (
    <SignedIn needs={['projects.read']}>
      <ProjectsPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/projects/')({ validateSearch: textsOnly, component: Page })
