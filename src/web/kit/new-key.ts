/** A random name for one act. `crypto.randomUUID` exists on https only, and offices serve within their house by http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
