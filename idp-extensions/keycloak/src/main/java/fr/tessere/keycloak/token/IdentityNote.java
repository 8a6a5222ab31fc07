package fr.tessere.keycloak.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.BirthDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A citizen as a note of the user session. Keycloak keeps user sessions in its database, so the note is sealed
 * (AES-256-GCM) and bound to the account: it opens nowhere else.
 */
public final class IdentityNote {
    /** Name of the note. */
    public static final String NAME = "tessere.citizen";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    public IdentityNote(Secret secret) {
        key = new SecretKeySpec(secret.key("tessere identity note").toArray(), "AES");
    }

    /** The note's text for this account. */
    public String seal(SignedInCitizen citizen, String userId, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, userId).doFinal(write(citizen));
            return Base64.getEncoder()
                    .encodeToString(
                            Bytes.concat(Bytes.of(nonce), Bytes.of(sealed)).toArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** The citizen of this account's note; empty if the note was changed, or is another account's. */
    public Optional<SignedInCitizen> open(String note, String userId) {
        try {
            Bytes sealed = Bytes.ofBase64(note);
            byte[] nonce = sealed.slice(0, NONCE).toArray();
            return Optional.of(read(cipher(Cipher.DECRYPT_MODE, nonce, userId)
                    .doFinal(sealed.from(NONCE).toArray())));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String userId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(userId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] write(SignedInCitizen citizen) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("familyName", citizen.familyName());
        node.put("givenNames", citizen.givenNames());
        node.put("year", citizen.birthDate().year());
        node.put("month", citizen.birthDate().month());
        node.put("day", citizen.birthDate().day());
        node.put("sex", citizen.sex());
        node.put("nationality", citizen.nationality());
        node.put("documentType", citizen.documentType());
        node.put("issuingState", citizen.issuingState());
        node.put("proof", citizen.proof());
        node.put("documentExpired", citizen.documentExpired());
        node.put("specimen", citizen.specimen());
        node.put("channel", citizen.channel());
        citizen.weaknesses().forEach(node.putArray("weaknesses")::add);
        node.put("at", citizen.at().getEpochSecond());
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can be written", impossible);
        }
    }

    private static SignedInCitizen read(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            List<String> weaknesses = new ArrayList<>();
            node.get("weaknesses").forEach(weakness -> weaknesses.add(weakness.textValue()));
            return new SignedInCitizen(
                    node.get("familyName").textValue(),
                    node.get("givenNames").textValue(),
                    new BirthDate(
                            node.get("year").intValue(),
                            node.get("month").intValue(),
                            node.get("day").intValue()),
                    node.get("sex").textValue(),
                    node.get("nationality").textValue(),
                    node.get("documentType").textValue(),
                    node.get("issuingState").textValue(),
                    node.get("proof").textValue(),
                    node.get("documentExpired").booleanValue(),
                    node.get("specimen").booleanValue(),
                    node.get("channel").textValue(),
                    weaknesses,
                    Instant.ofEpochSecond(node.get("at").longValue()));
        } catch (IOException impossible) {
            throw new IllegalStateException("what was sealed here is JSON", impossible);
        }
    }
}
