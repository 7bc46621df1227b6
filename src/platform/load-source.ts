import { relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Parts of the program by the path of their source, as the built program has them. */
export type Offered = Readonly<Record<string, () => Promise<unknown>>>

let built: { readonly root: string; readonly parts: Offered } | null = null

/**
 * @public Called first of all by the built program (dist/program, tooling/build-program.ts), whose parts must not be loaded a second time from their
 * sources. `folder` is the project's.
 */
export function offerSources(folder: string, parts: Offered): void {
  built = { root: resolve(folder), parts }
}

/** Imports one of the program's own files that is found by its place, not by its name: of the built program its own part, otherwise the file. */
export async function loadSource<T>(file: string): Promise<T> {
  const part = built ? partOf(built, file) : undefined
  return (part ? await part() : await import(pathToFileURL(file).href)) as T
}

function partOf({ root, parts }: NonNullable<typeof built>, file: string) {
  const path = relative(root, file).split(sep).join('/')
  const part = parts[path]
  // From its file it would bring a second copy of half the program along, with a state of its own.
  if (!part && path.startsWith('src/'))
    throw new Error(`${path} is not a part of the built program: see tooling/build-program.ts.`)
  return part
}
