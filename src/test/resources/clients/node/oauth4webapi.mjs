// The same with oauth4webapi, every step by hand: FAPI 2.0 with pushed requests and DPoP.
import { importJWK } from 'jose'
import * as oauth from 'oauth4webapi'
import { browse, done, told } from './talk.mjs'

const loopback = { [oauth.allowInsecureRequests]: true }
const issuer = new URL(told.issuer)
const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, loopback))
const client = { client_id: told.client, id_token_signed_response_alg: 'ES256' }
const auth = oauth.PrivateKeyJwt({ key: await importJWK(told.key, 'ES256'), kid: told.key.kid })
const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))

const verifier = oauth.generateRandomCodeVerifier()
const state = oauth.generateRandomState()
const nonce = oauth.generateRandomNonce()
const pushed = await oauth.processPushedAuthorizationResponse(as, client,
  await oauth.pushedAuthorizationRequest(as, client, auth, new URLSearchParams({
    client_id: told.client, redirect_uri: told.redirect, response_type: 'code', scope: 'openid identity evidence',
    acr_values: told.level, state, nonce, code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }), { DPoP, ...loopback }))

const address = new URL(as.authorization_endpoint)
address.searchParams.set('client_id', told.client)
address.searchParams.set('request_uri', pushed.request_uri)
const back = await browse(address)

const tokens = await oauth.processAuthorizationCodeResponse(as, client,
  await oauth.authorizationCodeGrantRequest(as, client, auth, oauth.validateAuthResponse(as, client, back, state),
    told.redirect, verifier, { DPoP, ...loopback }),
  { expectedNonce: nonce, requireIdToken: true })
const claims = oauth.getValidatedIdTokenClaims(tokens)
const person = await oauth.processUserInfoResponse(as, client, claims.sub,
  await oauth.userInfoRequest(as, client, tokens.access_token, { DPoP, ...loopback }))
const next = await oauth.processRefreshTokenResponse(as, client,
  await oauth.refreshTokenGrantRequest(as, client, auth, tokens.refresh_token, { DPoP, ...loopback }))
const leave = new URL(as.end_session_endpoint)
leave.searchParams.set('id_token_hint', tokens.id_token)
leave.searchParams.set('post_logout_redirect_uri', told.afterLogout)
const out = await browse(leave)
done({
  type: tokens.token_type, acr: claims.acr, sub: claims.sub, name: person.family_name,
  refreshed: next.refresh_token !== tokens.refresh_token, out: out.href,
})
