// How these programs speak with the test: it plays the person's browser.
import { createInterface } from 'node:readline'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

// What the test tells at the start, one line of JSON: issuer, client, redirect, key.
export const told = JSON.parse((await lines.next()).value)

// Sends the browser to an address and learns where it was sent back to.
export async function browse(address) {
  console.log(`OPEN ${address}`)
  return new URL((await lines.next()).value)
}

// Says what came of it, and ends.
export function done(result) {
  console.log(`DONE ${JSON.stringify(result)}`)
  process.exit(0)
}
