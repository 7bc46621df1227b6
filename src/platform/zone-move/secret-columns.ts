import { providerSecretPlace } from '../access/identity/store.ts'
import { secretPlace } from '../delivery/works.ts'
import { open, seal } from '../journal/cipher.ts'
import { openSecret, sealSecret } from '../secrets.ts'

/** A row as a JSON line holds it; `bytea` stands as `\\x…`. */
type Row = Record<string, unknown>

/** Columns that must not lie open on a disk, or that are closed with the installation's own key. */
interface SecretColumn {
  readonly column: string
  /** What is in it, in plain; null for nothing, or what this installation cannot open itself. */
  readonly open: (bytes: Buffer, row: Row) => string | null
  /** As the target keeps it. */
  readonly close: (text: string, row: Row) => Buffer
}

const columns: Readonly<Record<string, SecretColumn>> = {
  'journal.person_keys': {
    column: 'key',
    open: (bytes) => bytes.toString('hex'),
    close: (text) => Buffer.from(text, 'hex'),
  },
  'jobs.channels': {
    column: 'secret',
    open: (bytes, { id }) => openSecret(bytes, secretPlace(String(id))),
    close: (text, { id }) => sealSecret(text, secretPlace(String(id))),
  },
  'access.providers': {
    column: 'client_secret',
    open: (bytes, { id }) => openSecret(bytes, providerSecretPlace(String(id))),
    close: (text, { id }) => sealSecret(text, providerSecretPlace(String(id))),
  },
}

const placeOf = (table: string, { id }: Row) => `zone-move ${table} ${String(id)}`
const hexOf = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
const bytesOf = (value: unknown) => (typeof value === 'string' ? Buffer.from(value.replace(/^\\x/, ''), 'hex') : null)

/** The line as it leaves: its secret under the export's key, or open when the export was asked to be plain. */
export function leaving(table: string, line: string, key: Buffer | null): string {
  return changed(table, line, (bytes, row, secret) => {
    const text = secret.open(bytes, row)
    if (text === null) return null
    return key ? hexOf(seal(key, text, placeOf(table, row))) : hexOf(Buffer.from(text))
  })
}

/** The line as it is kept here. Throws when the export's key is another. */
export function arriving(table: string, line: string, key: Buffer | null): string {
  return changed(table, line, (bytes, row, secret) => {
    const text = key ? open(key, bytes, placeOf(table, row)) : bytes.toString()
    return hexOf(secret.close(text, row))
  })
}

function changed(
  table: string,
  line: string,
  change: (bytes: Buffer, row: Row, secret: SecretColumn) => string | null,
): string {
  const secret = columns[table]
  if (!secret) return line
  const row = JSON.parse(line) as Row
  const bytes = bytesOf(row[secret.column])
  return bytes ? JSON.stringify({ ...row, [secret.column]: change(bytes, row, secret) }) : line
}
