package fr.tessere.demo.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The key with which this service signs its requests for tokens (private_key_jwt, RFC 7523). P-256, made at each start
 * and never written anywhere: the provider fetches the public part from {@code /jwks}.
 */
@Component
public final class ClientKey {
    private final ECKey key;

    /** Makes a new key. */
    public ClientKey() {
        try {
            key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException noCurve) {
            throw new IllegalStateException("this Java has no P-256", noCurve);
        }
    }

    /** The whole key, for the class that signs. */
    ECKey forSigning() {
        return key;
    }

    /** The public part as a JSON Web Key Set (RFC 7517). */
    public Map<String, Object> publicPart() {
        return new JWKSet(key).toJSONObject(true);
    }

    @Override
    public String toString() {
        return "ClientKey[hidden]";
    }
}
