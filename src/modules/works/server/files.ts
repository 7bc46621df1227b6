import type { Database, RequestContext } from '../../../platform/module.ts'

/** Whoever reads works sees the papers and pictures on them; row-level security keeps other zones out. */
export async function mayReadFiles(_db: Database, _id: string, context: RequestContext): Promise<boolean> {
  return context.caller.permissions.has('works.read')
}
