import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { ProjectPage } from '../project/project-page.tsx'

/** The page of a project stands here because cases know projects, plans and commitments, and none of them knows cases. */
function Page() {
  const { id } = Route.useParams()
  return (
    <SignedIn needs={['projects.read']}>
      <ProjectPage key={id} id={id} />
    </SignedIn>
  )
}

export const Route = createFileRoute('/projects/$id')({ validateSearch: textsOnly, component: Page })
