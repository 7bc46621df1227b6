/** A file that a handler gets whole, in memory. Its JSON form names the content instead of holding it: what is kept of a request stays small. */
export class Uploaded {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string

  constructor(given: { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }) {
    this.name = given.name
    this.bytes = given.bytes
    this.sha256 = given.sha256
  }

  toJSON() {
    return { name: this.name, sha256: this.sha256, size: this.bytes.length }
  }
}
