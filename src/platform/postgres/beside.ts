import type pg from 'pg'
import { databaseName, type OpenPostgres, openPostgres, type PostgresSettings } from './open.ts'
import { tryOwnership } from './ownership.ts'
import { findPlace } from './place.ts'
import { addressOf, connectProved, findPostmaster } from './postmaster.ts'

/**
 * Opens the database for one command: beside a running server, on the embedded PostgreSQL that the server keeps, or else as the server would,
 * starting it and stopping it afterwards.
 */
export async function openBeside(settings: PostgresSettings): Promise<OpenPostgres> {
  const served = settings.databaseUrl ? undefined : await findServed(settings)
  return served ?? openPostgres(settings)
}

async function findServed({ dataFolder }: PostgresSettings): Promise<OpenPostgres | undefined> {
  const place = await findPlace(dataFolder)
  const postmaster = await findPostmaster(place)
  if (!postmaster) return undefined
  const client: pg.Client = await connectProved(place, postmaster)
  try {
    // Nobody owns it: left behind by a killed process. It is adopted, and stopped when the command is done.
    if (await tryOwnership(client)) return undefined
    return { ownerUrl: addressOf(place, postmaster, databaseName), stop: async () => undefined }
  } finally {
    await client.end()
  }
}
