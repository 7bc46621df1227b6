let folder: string | null = null

/** Said once by the server that starts: on which disk its data lies. */
export function serveFrom(dataFolder: string | null): void {
  folder = dataFolder
}

export function dataFolderServed(): string | null {
  return folder
}
