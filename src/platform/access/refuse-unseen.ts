import type { Database, FileAccess, RequestContext } from '../module.ts'
import { notFound } from './caller.ts'

interface Question {
  readonly access: (subjectKind: string) => FileAccess | undefined
  readonly subject: { readonly subjectKind: string; readonly subjectId: string } | null | undefined
  readonly context: RequestContext
}

/** Default deny: what no module answers for is nobody's. The answer is the same as for what does not exist. */
export async function refuseUnseen(db: Database, { access, subject, context }: Question): Promise<void> {
  const maySee = subject ? access(subject.subjectKind) : undefined
  if (!subject || !maySee || !(await maySee(db, subject.subjectId, context))) throw notFound()
}
