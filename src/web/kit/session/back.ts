import { isSitePath } from '../../../kernel/site-path.ts'

/** Only an address of this site is gone back to: never another site's, whatever a link to the sign-in page says. */
export function safeBack(back: string | undefined): string | undefined {
  return back !== undefined && isSitePath(back) && !back.startsWith('/sign-in') ? back : undefined
}
