package fr.tessere.server;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;

/** The keys of services that use the stricter profiles: one to sign, one RSA and one EC key to be written to. */
public final class ClientKeys {
    private final ECKey signing;
    private final RSAKey rsa;
    private final ECKey agreement;

    ClientKeys() {
        this(newSigning(), "rsa");
    }

    private ClientKeys(ECKey signing, String name) {
        this.signing = signing;
        try {
            rsa = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.RSA_OAEP_256)
                    .keyID(name)
                    .generate();
            agreement = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES)
                    .keyID("ec")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newSigning() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID("sign")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same service after it changed the keys to be written to; the RSA key has this name now. */
    public ClientKeys changed(String name) {
        return new ClientKeys(signing, name);
    }

    /** The public parts, JSON. */
    public String publicKeys() {
        return new JWKSet(List.of(signing, rsa, agreement)).toString(true);
    }

    /** The signing key whole, as JSON: for a service in another program. */
    public String privateKey() {
        return signing.toJSONString();
    }

    /** The EC key to be written to, whole, as JSON: for a service in another program. */
    public String privateAgreementKey() {
        return agreement.toJSONString();
    }

    /** A signed JWT of this type with these claims. */
    public String sign(String type, JWTClaimsSet claims) {
        return sign(signing, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("sign"), type, claims);
    }

    /** A JWT signed with another key, its public part in the header if the type is a proof of possession (RFC 9449 §4.2). */
    public static String prove(ECKey key, JWTClaimsSet claims) {
        return sign(key, new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(key.toPublicJWK()), "dpop+jwt", claims);
    }

    private static String sign(ECKey key, JWSHeader.Builder header, String type, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header.type(new JOSEObjectType(type)).build(), claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens what was encrypted for one of the keys; the content must be another token. */
    public SignedJWT open(String encrypted) {
        try {
            JWEObject letter = JWEObject.parse(encrypted);
            JWEHeader header = letter.getHeader();
            if (!EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
                throw new AssertionError("content encrypted with " + header.getEncryptionMethod());
            }
            boolean elliptic = JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm());
            letter.decrypt(elliptic ? new ECDHDecrypter(agreement) : new RSADecrypter(rsa));
            return SignedJWT.parse(letter.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("not encrypted for this service", e);
        }
    }

    @Override
    public String toString() {
        return "ClientKeys[hidden]";
    }
}
