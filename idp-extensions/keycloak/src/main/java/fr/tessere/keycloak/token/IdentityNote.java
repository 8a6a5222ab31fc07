package fr.tessere.keycloak.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.BirthDate;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * A citizen as a note of the user session. Keycloak keeps user sessions in its database, so the note is sealed
 * (AES-256-GCM) and bound to the account: it opens nowhere else.
 */
public final class IdentityNote {
    /** Name of the note. */
    public static final String NAME = "tessere.citizen";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final SealedText seal;

    public IdentityNote(Secret secret) {
        seal = new SealedText(secret, "tessere identity note");
    }

    /** With the secret of this installation. */
    public static IdentityNote of(KeycloakSession session) {
        return new IdentityNote(KeyHolder.of(session).secret());
    }

    /** The note's text for this account. */
    public String seal(SignedInCitizen citizen, String userId, SecureRandom random) {
        return seal.seal(write(citizen), userId, random);
    }

    /** The citizen of this account's note; empty if the note was changed, or is another account's. */
    public Optional<SignedInCitizen> open(String note, String userId) {
        return seal.open(note, userId).map(IdentityNote::read);
    }

    /** The citizen of this session; empty if no document began it. */
    public Optional<SignedInCitizen> open(UserSessionModel known) {
        return Optional.ofNullable(known.getNote(NAME))
                .flatMap(note -> open(note, known.getUser().getId()));
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
        node.put("expiry", citizen.details().expiry().toString());
        node.put("placeOfBirth", citizen.details().placeOfBirth());
        node.put("detailedNames", citizen.details().names());
        node.put("detailedBirth", citizen.details().birth());
        ArrayNode registers = node.putArray("registers");
        citizen.details().registers().forEach(digest -> registers.add(digest.toHex()));
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
            List<Bytes> registers = new ArrayList<>();
            // a note of an earlier version has none
            node.path("registers").forEach(digest -> registers.add(Bytes.ofHex(digest.textValue())));
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
                    Instant.ofEpochSecond(node.get("at").longValue()),
                    new DocumentDetails(
                            LocalDate.parse(node.get("expiry").textValue()),
                            node.get("placeOfBirth").textValue(),
                            node.get("detailedNames").booleanValue(),
                            node.get("detailedBirth").booleanValue(),
                            registers));
        } catch (IOException impossible) {
            throw new IllegalStateException("what was sealed here is JSON", impossible);
        }
    }
}
