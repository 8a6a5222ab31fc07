// Sign-in, userinfo, refresh and sign-out with openid-client: FAPI 2.0 with pushed requests and DPoP, or a hub with JWE.
import { importJWK } from 'jose'
import * as client from 'openid-client'
import { browse, done, told } from './talk.mjs'

const signing = { key: await importJWK(told.key, 'ES256'), kid: told.key.kid }
const metadata = told.decryption
  ? { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' }
  : { id_token_signed_response_alg: 'ES256' }
const config = await client.discovery(
  new URL(told.issuer), told.client, metadata, client.PrivateKeyJwt(signing),
  { execute: [client.allowInsecureRequests] })

let dpop = {}
if (told.decryption) {
  const alg = told.decryption.alg
  client.enableDecryptingResponses(config, ['A256GCM'],
    { key: await importJWK(told.decryption, alg), alg, kid: told.decryption.kid })
} else {
  dpop = { DPoP: client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) }
}

const verifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const nonce = client.randomNonce()
const parameters = {
  redirect_uri: told.redirect, scope: 'openid identity evidence', acr_values: told.level, state, nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
}
const address = told.decryption
  ? client.buildAuthorizationUrl(config, parameters)
  : await client.buildAuthorizationUrlWithPAR(config, parameters, dpop)
const back = await browse(address)

const tokens = await client.authorizationCodeGrant(config, back,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }, undefined, dpop)
const claims = tokens.claims()
const person = await client.fetchUserInfo(config, tokens.access_token, claims.sub, dpop)
const result = { type: tokens.token_type, acr: claims.acr, sub: claims.sub, name: person.family_name }
if (!told.decryption) {
  const next = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, dpop)
  result.refreshed = next.refresh_token !== tokens.refresh_token && next.claims().sub === claims.sub
  const out = await browse(client.buildEndSessionUrl(config,
    { post_logout_redirect_uri: told.afterLogout, id_token_hint: next.id_token }))
  result.out = out.href
}
done(result)
