package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema of our answers, {@code src/main/docs/claims/verified-claims.schema.json}, and somebody else's validator. */
public final class VerifiedClaimsSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private VerifiedClaimsSchema() {}

    /** What is wrong with the value of {@code verified_claims}; nothing if it is valid. */
    public static List<String> faults(JsonNode verifiedClaims) {
        return SCHEMA.validate(verifiedClaims.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String text() {
        Path root = Path.of(System.getProperty("tessere.root", "../.."));
        try {
            return Files.readString(root.resolve("src/main/docs/claims/verified-claims.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
