/** Where a request came from: for sign-in and its lock-out. */
export interface Client {
  readonly address: string
  /** Whether the browser reached us over https. */
  readonly secure: boolean
  /** SHA-256 of the session's token, hexadecimal; null when none was sent. */
  readonly sessionHash: string | null
  /** The same of an API token, which stands for a session within zones; absent when none was sent. */
  readonly tokenHash?: string
  /** The same of the cookie of a sign-in that is on its way through a provider of identities; absent when none was sent. */
  readonly flowHash?: string
  /** `https://host` under which the client reached us; absent for the program's own work. */
  readonly origin?: string
  /** What the browser says of itself, at most 200 signs. */
  readonly device?: string
}
