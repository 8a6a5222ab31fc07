// Proofs of the log in the hands of others: @sigstore/verify checks inclusion, @fuel-ts/merkle computes roots.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { calcRoot } from '@fuel-ts/merkle'
import { told, done } from './talk.mjs'

const require = createRequire(import.meta.url)
const { verifyMerkleInclusion } = require(join(dirname(require.resolve('@sigstore/verify')), 'timestamp', 'merkle.js'))

const bytes = (base64) => Buffer.from(base64, 'base64')
const leaves = told.leaves.map((leaf) => '0x' + bytes(leaf).toString('hex'))
const rootOf = (from, to) => Buffer.from(calcRoot(leaves.slice(from, to)).slice(2), 'hex').toString('base64')

// RFC 9162 section 2.1.4.1: which subtrees a proof of consistency names
function subProof(first, from, to, complete) {
  if (first === to - from) {
    return complete ? [] : [rootOf(from, to)]
  }
  let split = 1
  while (split * 2 < to - from) {
    split *= 2
  }
  return first <= split
    ? [...subProof(first, from, from + split, complete), rootOf(from + split, to)]
    : [...subProof(first - split, from + split, to, false), rootOf(from, from + split)]
}

function isIncluded(proof, body) {
  try {
    verifyMerkleInclusion({
      canonicalizedBody: body,
      inclusionProof: {
        logIndex: String(proof.index),
        treeSize: String(proof.size),
        rootHash: bytes(proof.root),
        hashes: proof.path.map(bytes),
      },
    })
    return true
  } catch {
    return false
  }
}

const body = (proof) => bytes(told.leaves[proof.index])
done({
  roots: told.sizes.map((size) => rootOf(0, size)),
  included: told.inclusion.map((proof) => isIncluded(proof, body(proof))),
  forged: told.inclusion.map((proof) => isIncluded(proof, Buffer.concat([body(proof), Buffer.from('x')]))),
  consistency: told.consistency.map(({ first, second }) => subProof(first, 0, second, true)),
})
